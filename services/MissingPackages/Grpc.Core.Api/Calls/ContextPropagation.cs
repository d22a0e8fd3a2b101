namespace Grpc.Core;

/// <summary>
/// What a server call hands on to the calls that it makes itself. Only transports make tokens; the ASP.NET Core server has none, and its clients ignore them
/// (there, the client factory propagates deadline and cancellation).
/// </summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken()
    {
    }
}

/// <summary>Which parts of a server call are handed on.</summary>
public class ContextPropagationOptions
{
    /// <summary>Both deadline and cancellation are handed on.</summary>
    public static readonly ContextPropagationOptions Default = new();

    /// <summary>Makes options.</summary>
    /// <param name="propagateDeadline">Whether the deadline is handed on.</param>
    /// <param name="propagateCancellation">Whether cancellation is handed on.</param>
    public ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true)
    {
        IsPropagateDeadline = propagateDeadline;
        IsPropagateCancellation = propagateCancellation;
    }

    /// <summary>Whether the deadline is handed on.</summary>
    public bool IsPropagateDeadline { get; }

    /// <summary>Whether cancellation is handed on.</summary>
    public bool IsPropagateCancellation { get; }
}
