namespace Grpc.Core;

/// <summary>How a call ended: a code, a message for people, and on the client possibly the exception behind it.</summary>
public readonly struct Status : IEquatable<Status>
{
    /// <summary>A success with an empty message.</summary>
    public static readonly Status DefaultSuccess = new(StatusCode.OK, "");

    /// <summary>A cancellation with an empty message.</summary>
    public static readonly Status DefaultCancelled = new(StatusCode.Cancelled, "");

    /// <summary>Makes a status from a code and a message.</summary>
    /// <param name="statusCode">The code.</param>
    /// <param name="detail">The message that travels to the other side.</param>
    public Status(StatusCode statusCode, string detail)
        : this(statusCode, detail, null)
    {
    }

    /// <summary>Makes a status that remembers the exception it came from.</summary>
    /// <param name="statusCode">The code.</param>
    /// <param name="detail">The message that travels to the other side.</param>
    /// <param name="debugException">The cause, for local diagnosis. It never travels.</param>
    public Status(StatusCode statusCode, string detail, Exception? debugException)
    {
        StatusCode = statusCode;
        Detail = detail;
        DebugException = debugException;
    }

    /// <summary>The code.</summary>
    public StatusCode StatusCode { get; }

    /// <summary>The message. Null only in <c>default(Status)</c>, or when null was passed in.</summary>
    public string Detail { get; }

    /// <summary>
    /// The local cause of the failure, if one is known. It is there for diagnosis only: it is not part of equality, it is not sent, and its presence
    /// must not decide what a program does.
    /// </summary>
    public Exception? DebugException { get; }

    /// <summary>Whether two statuses have the same code and message.</summary>
    /// <param name="left">One status.</param>
    /// <param name="right">The other status.</param>
    /// <returns>True when code and message are equal.</returns>
    public static bool operator ==(Status left, Status right) => left.Equals(right);

    /// <summary>Whether two statuses differ in code or message.</summary>
    /// <param name="left">One status.</param>
    /// <param name="right">The other status.</param>
    /// <returns>True when code or message differ.</returns>
    public static bool operator !=(Status left, Status right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Status other) => StatusCode == other.StatusCode && string.Equals(Detail, other.Detail, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Status other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StatusCode, Detail);

    /// <summary>The code and the message, and the cause where there is one, for logs.</summary>
    /// <returns>For example <c>Status(StatusCode="NotFound", Detail="No such dossier.")</c>.</returns>
    public override string ToString() => DebugException is null
        ? $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")"
        : $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\", DebugException=\"{DebugException.GetType()}: {DebugException.Message}\")";
}
