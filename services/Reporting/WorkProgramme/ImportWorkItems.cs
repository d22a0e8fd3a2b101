using AnSinh.Contracts.Common.V1;
using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.WorkProgramme;

/// <summary>Imports items of the work programme.</summary>
/// <param name="import">Streams, chunks and transactions.</param>
/// <param name="db">The scope's database.</param>
/// <param name="rules">What an item must look like.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
public sealed class ImportWorkItems(
    BulkImport<ReportingDb> import, ReportingDb db, WorkItemRules rules, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
{
    /// <summary>Imports.</summary>
    /// <exception cref="Refusal">As <see cref="BulkImport{TDb}"/> says.</exception>
    public Task RunAsync(IAsyncStreamReader<Wire.ImportWorkItemsRequest> requests, IServerStreamWriter<ImportResponse> responses, ServerCallContext context) =>
        import.RunAsync(
            new ImportCall<Wire.ImportWorkItemsRequest, Wire.WorkItemRow>
            {
                Requests = requests,
                Responses = responses,
                Context = context,
                Options = message => message.Options,
                Rows = message => message.Rows?.Rows,
            },
            new Steps(db, rules, areas, caller.Current.Areas, time));

    sealed record Row(long Line, WorkItemDraft? Draft, byte[] Key, IReadOnlyList<Violation> Violations) : ICheckedRow;

    sealed class Plan : IChunkPlan
    {
        public ChunkResults Results { get; } = new();

        public List<WorkItem> Items { get; } = [];
    }

    sealed class Steps(ReportingDb db, WorkItemRules rules, AreaDirectory areas, AreaScope scope, TimeProvider time) : IImportSteps<Wire.WorkItemRow, Row, Plan>
    {
        readonly FileSequence file = new();
        readonly DateOnly today = VietnamDay.Today(time);

        public Row Check(Wire.WorkItemRow sent)
        {
            var found = new List<Violation>();
            var draft = rules.Check(sent.Item ?? new Wire.WorkItem(), "item", today, found);
            if (draft is not null && !scope.Covers(areas, draft.AreaCode, draft.Day))
            {
                found.Add(new Violation("item.area_code", "area.out_of_scope", $"Địa bàn {draft.AreaCode} nằm ngoài phạm vi của tài khoản."));
            }

            var key = draft?.NaturalKey(0) ?? [];
            if (draft is not null && found.Count == 0 && file.FirstLine(key, sent.Line) is { } first)
            {
                found.Add(new Violation("item.number", "work.duplicate_in_file", $"Dòng {first} của tệp đã có cùng loại, số, địa bàn và ngày."));
            }

            return new Row(sent.Line, draft, key, found);
        }

        public async Task<Plan> PlanAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
        {
            var keys = rows.Where(row => row.Violations.Count == 0).Select(row => row.Key).ToList();
            var known = await db.WorkItems.KnownIdsAsync(keys, cancellationToken);
            var plan = new Plan();
            foreach (var row in rows)
            {
                if (row.Violations.Count > 0)
                {
                    plan.Results.Refuse(row.Line, row.Violations);
                }
                else if (known.TryGetValue(row.Key, out var id))
                {
                    plan.Results.Present(row.Line, ResourceName.Format(WorkItemMessages.Collection, id));
                }
                else
                {
                    var item = row.Draft!.ToItem(TimeOrderedId.Next(time), row.Key, time.GetUtcNow());
                    item.Version = 1;
                    plan.Items.Add(item);
                    plan.Results.Recorded(row.Line, ResourceName.Format(WorkItemMessages.Collection, item.Id));
                }
            }

            return plan;
        }

        public async Task WriteAsync(Plan plan, CancellationToken cancellationToken)
        {
            var told = new List<OutboxRow>();
            foreach (var item in plan.Items)
            {
                told.Add(db.Draft(WorkItemEvents.Begun(item), item.Id, item.Day, item.AreaCode));
                item.BookedBy = told[^1].EventId;
                if (item.DoneOn is { } done)
                {
                    told.Add(db.Draft(WorkItemEvents.Done(item), item.Id, done, WorkItemEvents.AreaWhenDone(areas, item), item.BookedBy));
                    item.DoneBy = told[^1].EventId;
                }
            }

            await BulkInsert.InsertAsync(db, plan.Items, cancellationToken);
            await BulkInsert.InsertAsync(db, told, cancellationToken);
        }
    }
}
