using AnSinh.ChildProtection.Data;
using AnSinh.Contracts.Common.V1;
using AnSinh.ServiceKit.Imports;
using Grpc.Core;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Incidents;

/// <summary>The gRPC face of incidents: every rpc is one use case.</summary>
sealed class IncidentGrpc(
    ChildDb db, RecordIncident record, VoidIncident voiding, ListIncidents list, BulkImport<ChildDb> bulk, ImportIncidents import)
    : Wire.IncidentService.IncidentServiceBase
{
    /// <inheritdoc/>
    public override async Task<Wire.Incident> RecordIncident(Wire.RecordIncidentRequest request, ServerCallContext context) =>
        IncidentMessages.ForCommand(db, await record.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Incident> GetIncident(Wire.GetIncidentRequest request, ServerCallContext context) =>
        IncidentMessages.ForQuery(await voiding.FindAsync(request.Name, context.CancellationToken));

    /// <inheritdoc/>
    public override Task<Wire.ListIncidentsResponse> ListIncidents(Wire.ListIncidentsRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.Incident> VoidIncident(Wire.VoidIncidentRequest request, ServerCallContext context) =>
        IncidentMessages.ForCommand(db, await voiding.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override Task ImportIncidents(
        IAsyncStreamReader<Wire.ImportIncidentsRequest> requestStream, IServerStreamWriter<ImportResponse> responseStream, ServerCallContext context) =>
        bulk.RunAsync(
            new ImportCall<Wire.ImportIncidentsRequest, Wire.IncidentRow>
            {
                Requests = requestStream,
                Responses = responseStream,
                Context = context,
                Options = request => request.Options,
                Rows = request => request.Rows?.Rows,
            },
            import);
}
