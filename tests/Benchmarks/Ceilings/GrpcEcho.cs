using System.Diagnostics;
using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AnSinh.Benchmarks.Ceilings;

/// <summary>A gRPC server that does nothing: what the transport alone allows.</summary>
static class GrpcEcho
{
    const int AtOnce = 16;

    public static async Task<(double PerSecond, Percentiles Sequential)> MeasureAsync(int seconds)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        await using var app = builder.Build();
        app.MapGrpcService<Echo>();
        await app.StartAsync();
        using var channel = GrpcChannel.ForAddress(app.Urls.First());
        var client = new Health.HealthClient(channel);
        await client.CheckAsync(new HealthCheckRequest());
        var sequential = new List<TimeSpan>();
        for (var i = 0; i < 2_000; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await client.CheckAsync(new HealthCheckRequest());
            sequential.Add(Stopwatch.GetElapsedTime(began));
        }

        var calls = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                await client.CheckAsync(new HealthCheckRequest());
                Interlocked.Increment(ref calls);
            }
        }));
        return (calls / clock.Elapsed.TotalSeconds, Percentiles.Of(sequential.Skip(500)));
    }

    sealed class Echo : Health.HealthBase
    {
        public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) =>
            Task.FromResult(new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.Serving });
    }
}
