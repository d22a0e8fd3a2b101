using System.Collections.Concurrent;
using System.Text;
using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Host_WithACollector_SendsTracesMetricsAndLogs()
    {
        var received = new ConcurrentDictionary<string, string>();
        var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.AddOrUpdate(signal, _ => Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
        });
        await collector.StartAsync();

        await using (var host = await TestHost.StartAsync(settings: new()
        {
            ["Telemetry:Otlp:Endpoint"] = collector.Urls.First(),
            ["Telemetry:Otlp:Protocol"] = "HttpProtobuf",
            ["Telemetry:ServiceName"] = "employment-under-test",
            ["Logging:LogLevel:Default"] = "Information",
        }))
        {
            await host.Employers.GetEmployerAsync(new GetEmployerRequest(), host.Headers());
            await Should.ThrowAsync<Grpc.Core.RpcException>(async () => await host.Employers.GetEmployerAsync(new GetEmployerRequest()));
        }

        // The host sends what is left when it is disposed.
        received.Keys.ShouldBe(["traces", "metrics", "logs"], ignoreOrder: true);
        received["traces"].ShouldContain("EmployerService/GetEmployer");
        received["traces"].ShouldContain("employment-under-test");
        received["metrics"].ShouldContain("http.server.request.duration");
        received["logs"].ShouldContain("token.missing");
    }

    [Theory]
    [InlineData("Telemetry:Otlp:Endpoint", "collector")]
    [InlineData("Telemetry:Otlp:Protocol", "Carrier")]
    public void Build_WhenTheSettingIsWrong_NamesIt(string setting, string value)
    {
        using var data = new TemporaryDirectory();
        var host = TestHost.Prepare(data, new() { ["Telemetry:Otlp:Endpoint"] = "http://127.0.0.1:4317", [setting] = value });

        Should.Throw<InvalidOperationException>(host.Build).Message.ShouldContain(setting);
    }
}
