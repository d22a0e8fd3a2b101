using AnSinh.ServiceKit.Errors;
using Grpc.Core;
using Shouldly;

namespace AnSinh.Testing;

/// <summary>Expects a refusal.</summary>
public static class Refused
{
    /// <summary>Awaits a call that must be refused with a status and a code.</summary>
    public static async Task<Refusal> With<TResponse>(AsyncUnaryCall<TResponse> call, StatusCode status, string code)
    {
        var thrown = await Should.ThrowAsync<RpcException>(call.ResponseAsync);
        thrown.StatusCode.ShouldBe(status, thrown.Status.Detail);
        var refusal = Refusal.From(thrown).ShouldNotBeNull();
        refusal.Code.ShouldBe(code);
        refusal.Message.ShouldNotBeEmpty();
        return refusal;
    }

    /// <summary>Awaits a call that must be refused for one field.</summary>
    public static async Task Field<TResponse>(AsyncUnaryCall<TResponse> call, string field, string code)
    {
        var refusal = await With(call, StatusCode.InvalidArgument, code);
        refusal.Violations.ShouldContain(violation => violation.Field == field && violation.Code == code);
    }
}
