namespace AnSinh.ServiceKit.Identity;

/// <summary>The caller of the current scope: one per call. Set by <see cref="AccessInterceptor"/>; background work sets its own.</summary>
public sealed class CallerAccessor
{
    Caller? current;

    /// <summary>The caller.</summary>
    /// <exception cref="InvalidOperationException">Nobody has been set: code that needs a caller runs outside a call.</exception>
    public Caller Current
    {
        get => current ?? throw new InvalidOperationException("No caller in this scope. Background work sets CallerAccessor.Current to Caller.Service(name).");
        set => current = value;
    }
}
