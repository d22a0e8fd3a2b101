namespace Grpc.Core;

/// <summary>Outcome of a call, as the gRPC protocol numbers it (the <c>grpc-status</c> trailer).</summary>
public enum StatusCode
{
    /// <summary>The call succeeded.</summary>
    OK = 0,

    /// <summary>The call was cancelled, usually by the caller.</summary>
    Cancelled = 1,

    /// <summary>The cause is not known, for example an exception that no handler mapped to a status.</summary>
    Unknown = 2,

    /// <summary>The caller sent an argument that is wrong whatever state the system is in.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed before the call ended. A change on the server may have been made all the same.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>What was to be created exists already.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and is not allowed to do this.</summary>
    PermissionDenied = 7,

    /// <summary>The caller did not prove who it is.</summary>
    Unauthenticated = 16,

    /// <summary>A quota, a size limit or a store has run out.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in the state that the operation needs. Repeating the call without changing that state is pointless.</summary>
    FailedPrecondition = 9,

    /// <summary>The operation was aborted, typically because it collided with a concurrent one. The whole sequence may be tried again.</summary>
    Aborted = 10,

    /// <summary>The argument lies outside the range that is valid now, such as reading past an end that may still move.</summary>
    OutOfRange = 11,

    /// <summary>The server does not offer this method.</summary>
    Unimplemented = 12,

    /// <summary>An invariant of the system is broken.</summary>
    Internal = 13,

    /// <summary>The service cannot be reached now. The condition is usually transient: try again after a pause.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or damaged beyond recovery.</summary>
    DataLoss = 15,
}
