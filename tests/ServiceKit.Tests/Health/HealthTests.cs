using System.Net;
using System.Text.Json;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Tests.Hosting;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace AnSinh.ServiceKit.Tests.Health;

public sealed class HealthTests : IAsyncLifetime
{
    const string Service = "ansinh.employment.v1.EmployerService";

    TestHost host = null!;
    volatile HealthStatus employment = HealthStatus.Healthy;
    volatile HealthStatus reporting = HealthStatus.Healthy;

    public async Task InitializeAsync() => host = await TestHost.StartAsync(
        builder =>
        {
            builder.AddModule("reporting");
            builder.Services.AddHealthChecks()
                .AddCheck("employment.database", () => new HealthCheckResult(employment, "as told"), ["ready", "employment"])
                .AddCheck("reporting.database", () => new HealthCheckResult(reporting), ["ready", "reporting"])
                .AddCheck("unasked", () => HealthCheckResult.Unhealthy());
        },
        new() { ["Hosting:HealthIntervalSeconds"] = "0.02" });

    public async Task DisposeAsync() => await host.DisposeAsync();

    Grpc.Health.V1.Health.HealthClient Client => new(host.Channel);

    async Task<ServingStatus> CheckAsync(string service)
    {
        // The results are kept for half an interval; a watcher sees the change as soon as there is one.
        using var call = Client.Watch(new HealthCheckRequest { Service = service });
        await call.ResponseStream.MoveNext();
        return (await Client.CheckAsync(new HealthCheckRequest { Service = service })).Status;
    }

    async Task<(HttpStatusCode Code, JsonElement Body)> GetAsync(string path)
    {
        using var response = await host.Web.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Service)]
    [InlineData("grpc.health.v1.Health")]
    public async Task Check_WhenAllIsWell_IsServing(string service) => (await CheckAsync(service)).ShouldBe(ServingStatus.Serving);

    [Fact]
    public async Task Check_WhenTheModulesDatabaseIsAway_IsNotServing()
    {
        employment = HealthStatus.Unhealthy;

        (await CheckAsync(Service)).ShouldBe(ServingStatus.NotServing);
        (await CheckAsync("")).ShouldBe(ServingStatus.NotServing);
    }

    [Fact]
    public async Task Check_WhenAnotherModuleIsUnwell_IsServing()
    {
        reporting = HealthStatus.Unhealthy;

        (await CheckAsync(Service)).ShouldBe(ServingStatus.Serving);
        (await CheckAsync("")).ShouldBe(ServingStatus.NotServing);
    }

    [Fact]
    public async Task Check_OfAnUnknownService_IsNotFound() =>
        (await Should.ThrowAsync<RpcException>(async () => await Client.CheckAsync(new HealthCheckRequest { Service = "no.Such" }))).StatusCode.ShouldBe(StatusCode.NotFound);

    [Fact]
    public async Task Watch_TellsEachChangeOnce()
    {
        using var call = Client.Watch(new HealthCheckRequest { Service = Service });
        foreach (var (state, expected) in new[]
        {
            (HealthStatus.Healthy, ServingStatus.Serving), (HealthStatus.Unhealthy, ServingStatus.NotServing), (HealthStatus.Degraded, ServingStatus.Serving),
        })
        {
            employment = state;
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            call.ResponseStream.Current.Status.ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Watch_OfAnUnknownService_SaysSo()
    {
        using var call = Client.Watch(new HealthCheckRequest { Service = "no.Such" });

        await call.ResponseStream.MoveNext();
        call.ResponseStream.Current.Status.ShouldBe(ServingStatus.ServiceUnknown);
    }

    [Fact]
    public async Task Watch_WhenTheHostStops_SaysNotServingAndEnds()
    {
        using var call = Client.Watch(new HealthCheckRequest());
        await call.ResponseStream.MoveNext();

        host.App.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        call.ResponseStream.Current.Status.ShouldBe(ServingStatus.NotServing);
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
    }

    [Fact]
    public async Task Ready_ListsTheChecks()
    {
        var (code, body) = await GetAsync("/healthz/ready");

        code.ShouldBe(HttpStatusCode.OK);
        body.GetProperty("status").GetString().ShouldBe("healthy");
        var checks = body.GetProperty("checks").EnumerateArray().ToList();
        checks.Select(check => check.GetProperty("name").GetString()).ShouldBe(["employment.database", "reporting.database"]);
        checks[0].GetProperty("description").GetString().ShouldBe("as told");
        checks[0].GetProperty("duration_ms").GetDouble().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Theory]
    [InlineData(HealthStatus.Degraded, HttpStatusCode.OK, "degraded")]
    [InlineData(HealthStatus.Unhealthy, HttpStatusCode.ServiceUnavailable, "unhealthy")]
    public async Task Ready_WhenACheckIsNotWell_SaysSo(HealthStatus state, HttpStatusCode expected, string name)
    {
        employment = state;

        var (code, body) = await GetAsync("/healthz/ready");

        code.ShouldBe(expected);
        body.GetProperty("status").GetString().ShouldBe(name);
    }

    [Fact]
    public async Task Ready_WhileDraining_Is503_AndLiveStays200()
    {
        host.App.Services.GetRequiredService<Draining>().Begin();

        (await GetAsync("/healthz/ready")).Code.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await GetAsync("/healthz/live")).Code.ShouldBe(HttpStatusCode.OK);
    }
}
