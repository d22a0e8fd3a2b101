namespace AnSinh.ServiceKit.Errors;

/// <summary>Why something is refused; decides the gRPC status code.</summary>
public enum RefusalKind
{
    /// <summary>The request itself is wrong, whatever the state: INVALID_ARGUMENT.</summary>
    Invalid,

    /// <summary>What the request names does not exist: NOT_FOUND.</summary>
    NotFound,

    /// <summary>What the request would make exists: ALREADY_EXISTS.</summary>
    AlreadyExists,

    /// <summary>The request is well formed, but the state does not allow it: FAILED_PRECONDITION.</summary>
    FailedPrecondition,

    /// <summary>The caller is known but may not do it: PERMISSION_DENIED.</summary>
    Denied,

    /// <summary>The caller is not known: UNAUTHENTICATED.</summary>
    Unauthenticated,

    /// <summary>Somebody else changed the record first: ABORTED.</summary>
    Conflict,

    /// <summary>A limit is reached: RESOURCE_EXHAUSTED.</summary>
    Exhausted,

    /// <summary>Not possible at this moment; the same request may succeed later: UNAVAILABLE.</summary>
    Unavailable,
}
