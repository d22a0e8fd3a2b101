namespace Grpc.Core;

/// <summary>A channel: a long-lived way to the servers behind one target, over which calls are made.</summary>
public abstract class ChannelBase
{
    /// <summary>For transports.</summary>
    /// <param name="target">What the channel leads to.</param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    protected ChannelBase(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Target = target;
    }

    /// <summary>What the channel leads to.</summary>
    public string Target { get; }

    /// <summary>Makes an invoker that sends calls over this channel.</summary>
    /// <returns>The invoker.</returns>
    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Closes the channel.</summary>
    /// <returns>Done when the channel is closed.</returns>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    /// <summary>Closes the channel; a transport that has something to close overrides it.</summary>
    /// <returns>Done when the channel is closed.</returns>
    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
