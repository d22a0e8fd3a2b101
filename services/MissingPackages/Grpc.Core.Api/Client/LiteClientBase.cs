namespace Grpc.Core;

/// <summary>Base of clients that are generated in the small form, without <see cref="ClientBase{T}.WithHost"/>.</summary>
public abstract class LiteClientBase
{
    /// <summary>A client without a channel, for test doubles: every call fails.</summary>
    protected LiteClientBase()
        : this(new UnconnectedCallInvoker())
    {
    }

    /// <summary>A client over an invoker.</summary>
    /// <param name="callInvoker">The invoker.</param>
    /// <exception cref="ArgumentNullException"><paramref name="callInvoker"/> is null.</exception>
    protected LiteClientBase(CallInvoker callInvoker)
    {
        ArgumentNullException.ThrowIfNull(callInvoker);
        CallInvoker = callInvoker;
    }

    /// <summary>Starts the client's calls.</summary>
    protected CallInvoker CallInvoker { get; }
}
