using Grpc.Core;

namespace AnSinh.ServiceKit.Errors;

/// <summary>
/// A refusal that the caller can understand and act on: a stable code, text in Vietnamese, the fields at fault. Thrown by features and
/// by the kit, turned into a gRPC status with rich details by <see cref="ErrorInterceptor"/>. Faults stay ordinary exceptions.
/// </summary>
/// <param name="kind">Why it is refused.</param>
/// <param name="code">Stable code, such as <c>placement.not_found</c>.</param>
/// <param name="message">Text in Vietnamese for the person who asked.</param>
public sealed class Refusal(RefusalKind kind, string code, string message) : Exception(message)
{
    /// <summary>Domain of every error reason of the platform (google.rpc.ErrorInfo.domain).</summary>
    public const string Domain = "ansinh";

    /// <summary>Key of <see cref="Metadata"/> under which a conflict carries the current etag.</summary>
    public const string EtagKey = "etag";

    /// <summary>Key of <see cref="Metadata"/> under which an exhausted quota carries its name.</summary>
    public const string QuotaKey = "quota";

    /// <summary>Why it is refused.</summary>
    public RefusalKind Kind { get; } = kind;

    /// <summary>Stable code; with several violations the code of the first one.</summary>
    public string Code { get; } = code;

    /// <summary>The fields at fault; empty unless <see cref="RefusalKind.Invalid"/>.</summary>
    public IReadOnlyList<Violation> Violations { get; init; } = [];

    /// <summary>Further facts for a program, such as the missing permission.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>How long to wait before the same request is worth sending again; null when nobody knows.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The request breaks these rules.</summary>
    /// <param name="violations">At least one.</param>
    /// <exception cref="ArgumentException">There is no violation.</exception>
    public static Refusal Invalid(params IReadOnlyList<Violation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        ArgumentOutOfRangeException.ThrowIfZero(violations.Count, nameof(violations));
        return new Refusal(RefusalKind.Invalid, violations[0].Code, violations[0].Message) { Violations = violations };
    }

    /// <summary>The request breaks one rule.</summary>
    /// <param name="field">Path of the field in the request.</param>
    /// <param name="code">Stable code of the rule.</param>
    /// <param name="message">Text in Vietnamese.</param>
    public static Refusal Invalid(string field, string code, string message) => Invalid(new Violation(field, code, message));

    /// <summary>What the request names does not exist, or the caller may not know that it does.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="message">Text in Vietnamese.</param>
    public static Refusal NotFound(string code, string message) => new(RefusalKind.NotFound, code, message);

    /// <summary>What the request would make exists.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="message">Text in Vietnamese.</param>
    public static Refusal AlreadyExists(string code, string message) => new(RefusalKind.AlreadyExists, code, message);

    /// <summary>The state of the record does not allow it.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="message">Text in Vietnamese.</param>
    public static Refusal Precondition(string code, string message) => new(RefusalKind.FailedPrecondition, code, message);

    /// <summary>The caller may not do it.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="message">Text in Vietnamese.</param>
    public static Refusal Denied(string code, string message) => new(RefusalKind.Denied, code, message);

    /// <summary>The caller is not known: no token, or one that does not hold.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="message">Text in Vietnamese.</param>
    public static Refusal Unauthenticated(string code, string message) => new(RefusalKind.Unauthenticated, code, message);

    /// <summary>Somebody else changed the record first.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="message">Text in Vietnamese.</param>
    /// <param name="currentEtag">The etag that the record has now, or null where it is not known.</param>
    public static Refusal Conflict(string code, string message, string? currentEtag) =>
        new(RefusalKind.Conflict, code, message)
        {
            Metadata = currentEtag is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [EtagKey] = currentEtag },
        };

    /// <summary>A limit is reached.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="message">Text in Vietnamese.</param>
    public static Refusal Exhausted(string code, string message) => new(RefusalKind.Exhausted, code, message);

    /// <summary>Not possible at this moment.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="message">Text in Vietnamese.</param>
    public static Refusal Unavailable(string code, string message) => new(RefusalKind.Unavailable, code, message);

    /// <summary>The refusal as google.rpc.Status: what goes over the wire, and what may be stored as the answer to a request.</summary>
    public Google.Rpc.Status ToStatus() => RichStatus.Write(this);

    /// <summary>The refusal as the exception that a gRPC server throws, with the rich status in its trailers.</summary>
    public RpcException ToRpcException() => RichStatus.ToRpcException(ToStatus());

    /// <summary>Reads a refusal back from a google.rpc.Status.</summary>
    /// <param name="status">Status as made by <see cref="ToStatus"/>.</param>
    /// <returns>The refusal, or null when the status is a fault or of another domain.</returns>
    public static Refusal? From(Google.Rpc.Status status) => RichStatus.Read(status);

    /// <summary>Reads the refusal that a server sent.</summary>
    /// <param name="exception">What a gRPC client threw.</param>
    /// <returns>The refusal, or null when the server sent none.</returns>
    public static Refusal? From(RpcException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return RichStatus.Find(exception) is { } status ? From(status) : null;
    }
}
