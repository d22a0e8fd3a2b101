using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Tests.Hosting;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Identity;

public sealed class AccessInterceptorTests : IAsyncLifetime
{
    TestHost host = null!;

    public async Task InitializeAsync() => host = await TestHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    async Task<Employer> RegisterAsync(string areaCode, params string[] areas) => await host.Employers.RegisterEmployerAsync(
        new RegisterEmployerRequest { Employer = new Employer { AreaCode = areaCode } }, host.Headers(areas));

    async Task<(StatusCode Code, Refusal Refusal)> RefusalAsync(Func<Task> call)
    {
        var fault = await Should.ThrowAsync<RpcException>(call);
        return (fault.StatusCode, Refusal.From(fault).ShouldNotBeNull());
    }

    [Fact]
    public async Task Call_WithoutThePermission_NamesIt()
    {
        var headers = TestHost.Bearer(host.Token(permissions: [Probe.Read]));

        var (code, refusal) = await RefusalAsync(async () => await host.Employers.RegisterEmployerAsync(new RegisterEmployerRequest(), headers));

        code.ShouldBe(StatusCode.PermissionDenied);
        refusal.Code.ShouldBe("permission.missing");
        refusal.Metadata["permission"].ShouldBe(Probe.Write);
    }

    // 18100 was Phường Thạch Hạ of district 436 until mid-2025 and is Phường Trần Phú of province 42 since; 18077 ended then.
    [Theory]
    [InlineData("18100", "42")]
    [InlineData("18100", "18100")]
    [InlineData("18077", "42")]
    [InlineData("18077", "436")]
    [InlineData("18077", "46", "42")]
    [InlineData("18077", "*")]
    public async Task Call_WhenTheAreaIsInScope_IsAdmitted(string areaCode, params string[] areas) =>
        (await RegisterAsync(areaCode, areas)).DisplayName.ShouldBe("official");

    [Theory]
    [InlineData("18100", "46")]
    [InlineData("18100", "18073")]
    [InlineData("18100", "436")]
    [InlineData("18077", "46")]
    [InlineData("42", "18100")]
    [InlineData("99999", "42")]
    [InlineData("18100 ", "42")]
    public async Task Call_WhenTheAreaIsOutOfScope_IsDenied(string areaCode, params string[] areas)
    {
        var (code, refusal) = await RefusalAsync(() => RegisterAsync(areaCode, areas));

        code.ShouldBe(StatusCode.PermissionDenied);
        refusal.Code.ShouldBe("area.out_of_scope");
    }

    [Fact]
    public async Task Call_WhenTheCallerHasNoArea_IsDenied() =>
        (await RefusalAsync(() => RegisterAsync("18100"))).Refusal.Code.ShouldBe("area.out_of_scope");

    [Fact]
    public async Task Call_WhenTheAreaIsMissing_AsksForIt()
    {
        var (code, refusal) = await RefusalAsync(async () =>
            await host.Employers.RegisterEmployerAsync(new RegisterEmployerRequest(), host.Headers(["42"])));

        code.ShouldBe(StatusCode.InvalidArgument);
        refusal.Violations.Single().Field.ShouldBe("employer.area_code");
    }

    [Fact]
    public async Task Call_WhenTheAreaIsMissing_AndTheCallerMayEverywhere_IsTheFeaturesToJudge() =>
        (await host.Employers.RegisterEmployerAsync(new RegisterEmployerRequest(), host.Headers(["*"]))).DisplayName.ShouldBe("official");

    [Fact]
    public async Task Call_WhenTheRuleFilters_LeavesTheAreaToTheFeature() =>
        (await host.Employers.ListEmployersAsync(new ListEmployersRequest(), host.Headers(["42"]))).Employers.Count.ShouldBe(1);
}
