using Grpc.Core;

namespace AnSinh.ServiceKit.Resilience;

/// <summary>
/// Tells a call that ended because its server stopped in good order. Most such calls are UNAVAILABLE; one that reached the connection at the
/// very moment of its closing comes out of the client as INTERNAL with HTTP/2's NO_ERROR, and nothing is wrong with it either.
/// </summary>
public static class ConnectionEnd
{
    const long NoError = 0;

    /// <summary>Whether the server went away before it answered, so that the call may be made again, there or at another instance.</summary>
    public static bool Caused(RpcException fault) => fault.StatusCode == StatusCode.Unavailable
        || (fault.StatusCode == StatusCode.Internal
            && fault.Status.DebugException is HttpRequestException { InnerException: HttpProtocolException { ErrorCode: NoError } });
}
