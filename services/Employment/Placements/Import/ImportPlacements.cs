using AnSinh.Contracts.Common.V1;
using AnSinh.Employment.Data;
using AnSinh.Employment.Employers;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Placements.Import;

/// <summary>Imports placements with their workers and employers.</summary>
/// <param name="import">Streams, chunks and transactions.</param>
/// <param name="planner">Decides.</param>
/// <param name="writer">Writes.</param>
/// <param name="rules">What a placement must look like.</param>
/// <param name="workerRules">What a worker must look like.</param>
/// <param name="employerRules">What an employer must look like.</param>
/// <param name="keys">Person keys.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
public sealed class ImportPlacements(
    BulkImport<EmploymentDb> import, ChunkPlanner planner, ChunkWriter writer, PlacementRules rules, WorkerRules workerRules, EmployerRules employerRules,
    PersonKeys keys, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
{
    /// <summary>Imports.</summary>
    /// <exception cref="Refusal">As <see cref="BulkImport{TDb}"/> says.</exception>
    public Task RunAsync(
        IAsyncStreamReader<Wire.ImportPlacementsRequest> requests, IServerStreamWriter<Wire.ImportPlacementsResponse> responses, ServerCallContext context)
    {
        var call = new ImportCall<Wire.ImportPlacementsRequest, Wire.PlacementRow>
        {
            Requests = requests,
            Responses = new PublishedResponses(responses),
            Context = context,
            Options = message => message.Options,
            Rows = message => message.Rows?.Rows,
        };
        var checks = new RowChecks(rules, workerRules, employerRules, keys, areas, caller.Current.Areas, VietnamDay.Today(time));
        return import.RunAsync(call, new Steps(checks, planner, writer));
    }

    sealed class Steps(RowChecks checks, ChunkPlanner planner, ChunkWriter writer) : IImportSteps<Wire.PlacementRow, ImportRow, ChunkPlan>
    {
        public ImportRow Check(Wire.PlacementRow sent) => checks.Check(sent);

        public Task<ChunkPlan> PlanAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken) => planner.PlanAsync(rows, cancellationToken);

        public Task WriteAsync(ChunkPlan plan, CancellationToken cancellationToken) => writer.WriteAsync(plan, cancellationToken);
    }

    /// <summary>The rpc was published with a response message of its own, before there was one for all imports.</summary>
    sealed class PublishedResponses(IServerStreamWriter<Wire.ImportPlacementsResponse> stream) : IServerStreamWriter<ImportResponse>
    {
        public WriteOptions? WriteOptions { get => stream.WriteOptions; set => stream.WriteOptions = value; }

        public Task WriteAsync(ImportResponse message) => stream.WriteAsync(Of(message));

        public Task WriteAsync(ImportResponse message, CancellationToken cancellationToken) => stream.WriteAsync(Of(message), cancellationToken);

        static Wire.ImportPlacementsResponse Of(ImportResponse message) => new() { Results = { message.Results }, Summary = message.Summary };
    }
}
