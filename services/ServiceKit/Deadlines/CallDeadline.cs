namespace AnSinh.ServiceKit.Deadlines;

/// <summary>The deadline of the call that the current code works for, so that calls to other services get what is left of it.</summary>
public static class CallDeadline
{
    static readonly AsyncLocal<DateTimeOffset?> current = new();

    /// <summary>The deadline, UTC; null outside a call and in a call without one.</summary>
    public static DateTimeOffset? Current => current.Value;

    /// <summary>Sets the deadline for what the current asynchronous flow calls from here on.</summary>
    internal static void Set(DateTime deadline) =>
        current.Value = deadline == DateTime.MaxValue ? null : new DateTimeOffset(DateTime.SpecifyKind(deadline, DateTimeKind.Utc));
}
