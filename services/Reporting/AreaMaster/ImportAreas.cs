using AnSinh.Contracts.Common.V1;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Persistence;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.AreaMaster;

/// <summary>Imports units and mergers, all or nothing; what is known and unchanged is left alone.</summary>
/// <param name="unit">The transaction.</param>
/// <param name="areas">The process's directory.</param>
/// <param name="time">Clock.</param>
public sealed class ImportAreas(UnitOfWork<ReportingDb> unit, AreaDirectory areas, TimeProvider time)
{
    const int MostRefusedShown = 1_000;

    /// <summary>Checks everything, then saves units, mergers and the events that tell of them in one transaction.</summary>
    internal async Task<Wire.ImportAreasResponse> RunAsync(AreaImportRows rows, CancellationToken cancellationToken)
    {
        // The check needs no gate; the comparison with what is stored is made inside the transaction.
        new AreaRules(rows, areas).Check();
        var refused = rows.Units.Where(row => row.Violations.Count > 0).Select(row => Refused(row.Line, row.Violations))
            .Concat(rows.Successions.Where(row => row.Violations.Count > 0).Select(row => Refused(row.Line, row.Violations))).ToList();
        if (refused.Count > 0)
        {
            return Answer(rows, new ImportSummary { Refused = refused.Count, NotApplied = rows.Count - refused.Count }, refused);
        }

        if (rows.IsDryRun)
        {
            var (changedUnits, changedMergers) = Changed(rows);
            return Answer(rows, Summary(rows, changedUnits.Count + changedMergers.Count), []);
        }

        var (units, mergers) = await unit.RunAsync((db, token) => SaveAsync(db, rows, token), cancellationToken);
        areas.Merge(units.Select(row => (row.ToUnit(), row.Revision)), mergers.Select(row => (AreaReplicaStore.ToSuccession(row), row.Revision)));
        return Answer(rows, Summary(rows, units.Count + mergers.Count), []);
    }

    async Task<(List<AreaUnitRow> Units, List<AreaSuccessionRow> Mergers)> SaveAsync(ReportingDb db, AreaImportRows rows, CancellationToken cancellationToken)
    {
        // Another instance may have imported since this one loaded its directory, and none may while this one compares.
        await DatabaseTurn.TakeAsync(db, cancellationToken);
        await AreaReplicaStore.LoadAsync(db, areas, cancellationToken);
        var newest = areas.Newest;
        var (changedUnits, changedMergers) = Changed(rows);
        var drafts = new List<OutboxRow>(changedUnits.Count + changedMergers.Count);
        var units = changedUnits.ConvertAll(changed => AreaUnitRow.Of(changed, Draft(db, drafts, AreaReplicaStore.ToEvent(changed), changed.Code, changed.ValidFrom, newest)));
        var mergers = changedMergers.ConvertAll(changed =>
        {
            var told = AreaReplicaStore.ToEvent(changed);
            return AreaReplicaStore.ToRow(told, Draft(db, drafts, told, changed.NewCode, changed.EffectiveOn, newest));
        });
        await AreaReplicaStore.ReplaceAsync(db, units, mergers, cancellationToken);
        await BulkInsert.InsertAsync(db, drafts, cancellationToken);
        if (drafts.Count > 0)
        {
            await LedgerState.ChangedAsync(db, [ImportedAreas.State], cancellationToken);
        }

        db.Add(new AuditRow
        {
            Id = TimeOrderedId.Next(time),
            At = time.GetUtcNow(),
            Actor = db.Origin.Actor,
            Method = "/ansinh.reporting.v1.AreaService/ImportAreas",
            Target = FormattableString.Invariant($"{units.Count} units, {mergers.Count} mergers"),
            Outcome = "ok",
            Peer = "",
            TraceParent = db.Origin.TraceParent,
        });
        return (units, mergers);
    }

    // After the newest revision there is, also where the clock of the instance that imported it was ahead: the later revision wins everywhere.
    static Guid Draft(ReportingDb db, List<OutboxRow> drafts, object told, string areaCode, DateOnly? occurredOn, Guid newest)
    {
        var draft = db.Draft(told, AreaSubject.Of(areaCode), occurredOn ?? DateOnly.MinValue, areaCode, newest);
        drafts.Add(draft);
        return draft.EventId;
    }

    (List<AreaUnit> Units, List<AreaSuccession> Mergers) Changed(AreaImportRows rows)
    {
        var known = areas.Successions.ToHashSet();
        return (
            [.. rows.Units.Select(row => row.Content).Where(sent => sent.IsWithdrawn
                ? areas.History(sent.Code).Any(unit => unit.ValidFrom == sent.ValidFrom)
                : !areas.History(sent.Code).Contains(sent))],
            [.. rows.Successions.Select(row => row.Content).Where(sent => sent.IsWithdrawn
                ? known.Any(one => (one.OldCode, one.NewCode, one.EffectiveOn) == (sent.OldCode, sent.NewCode, sent.EffectiveOn))
                : !known.Contains(sent))]);
    }

    static ImportSummary Summary(AreaImportRows rows, int changed) => new() { Recorded = changed, AlreadyPresent = rows.Count - changed };

    static Wire.ImportAreasResponse Answer(AreaImportRows rows, ImportSummary summary, List<ImportRowResult> refused)
    {
        summary.Received = rows.Count;
        summary.DryRun = rows.IsDryRun;
        return new Wire.ImportAreasResponse { Summary = summary, Refused = { refused.Take(MostRefusedShown) } };
    }

    static ImportRowResult Refused(long line, List<ServiceKit.Errors.Violation> violations) => new()
    {
        Line = line,
        Outcome = ImportOutcome.Refused,
        Violations = { violations.Select(one => new FieldViolation { Field = one.Field, Reason = one.Code, Description = one.Message }) },
    };
}
