using AnSinh.Employment.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Workers;

/// <summary>The gRPC face of workers.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="register">Registers.</param>
/// <param name="identify">Identifies.</param>
/// <param name="list">Lists.</param>
/// <param name="messages">Workers as messages.</param>
public sealed class WorkerGrpc(
    EmploymentDb db, RecordScope scope, RegisterWorker register, IdentifyWorker identify, ListWorkers list, WorkerMessages messages)
    : Wire.WorkerService.WorkerServiceBase
{
    /// <inheritdoc/>
    public override async Task<Wire.Worker> RegisterWorker(Wire.RegisterWorkerRequest request, ServerCallContext context) =>
        messages.ForCommand(await register.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Worker> GetWorker(Wire.GetWorkerRequest request, ServerCallContext context)
    {
        var id = ResourceName.Parse(WorkerMessages.Collection, request.Name, "name");
        var worker = await db.Workers.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, context.CancellationToken)
            ?? throw Refusal.NotFound("worker.not_found", "Không có người lao động này.");
        scope.Require(worker.AreaCode, worker.AreaOn);
        return messages.ForQuery(worker);
    }

    /// <inheritdoc/>
    public override Task<Wire.ListWorkersResponse> ListWorkers(Wire.ListWorkersRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.Worker> IdentifyWorker(Wire.IdentifyWorkerRequest request, ServerCallContext context) =>
        messages.ForCommand(await identify.RunAsync(request, context.CancellationToken));
}
