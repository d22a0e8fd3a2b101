using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Hosting;
using Grpc.Core;
using Grpc.Health.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace AnSinh.ServiceKit.Health;

/// <summary>
/// grpc.health.v1: the empty name is the process, a gRPC service's name is the module that serves it.
/// </summary>
/// <param name="reports">States.</param>
/// <param name="modules">What runs in this process.</param>
/// <param name="draining">Ends watching when the process stops.</param>
/// <param name="time">Clock.</param>
public sealed class GrpcHealth(HealthReports reports, HostedModules modules, Draining draining, TimeProvider time) : Grpc.Health.V1.Health.HealthBase
{
    /// <inheritdoc />
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        var status = await StatusAsync(request.Service, context.CancellationToken);
        return status == ServingStatus.ServiceUnknown
            ? throw Refusal.NotFound("health.service_unknown", $"Tiến trình này không có dịch vụ “{request.Service}”.")
            : new HealthCheckResponse { Status = status };
    }

    /// <inheritdoc />
    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, draining.Token);
        var told = ServingStatus.Unknown;
        while (!context.CancellationToken.IsCancellationRequested)
        {
            var status = await StatusAsync(request.Service, context.CancellationToken);
            if (status != told)
            {
                await responseStream.WriteAsync(new HealthCheckResponse { Status = status }, context.CancellationToken);
                told = status;
            }

            if (draining.Begun)
            {
                return;
            }

            await Task.Delay(reports.Interval, time, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<ServingStatus> StatusAsync(string service, CancellationToken cancellationToken)
    {
        if (!modules.TryFindService(service, out var module))
        {
            return ServingStatus.ServiceUnknown;
        }

        return await reports.IsReadyAsync(module, cancellationToken) ? ServingStatus.Serving : ServingStatus.NotServing;
    }
}
