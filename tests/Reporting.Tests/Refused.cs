using AnSinh.ServiceKit.Errors;
using Grpc.Core;
using Shouldly;

namespace AnSinh.Reporting.Tests;

/// <summary>Calls that must be refused.</summary>
static class Refused
{
    /// <summary>Makes the call and checks status and code.</summary>
    public static async Task<Refusal> ByAsync<TResponse>(AsyncUnaryCall<TResponse> call, StatusCode status, string code)
    {
        var thrown = await Should.ThrowAsync<RpcException>(async () => await call);
        thrown.StatusCode.ShouldBe(status);
        var refusal = Refusal.From(thrown).ShouldNotBeNull();
        refusal.Code.ShouldBe(code);
        return refusal;
    }
}
