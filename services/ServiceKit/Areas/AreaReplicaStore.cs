using AnSinh.Contracts.Events.Areas.V1;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Areas;

/// <summary>The imported units in a service's own database, from which its directory is filled at start.</summary>
public static class AreaReplicaStore
{
    /// <summary>Fills the directory from the database.</summary>
    public static async Task LoadAsync(ServiceDb db, AreaDirectory areas, CancellationToken cancellationToken)
    {
        var units = await db.Set<AreaUnitRow>().AsNoTracking().ToListAsync(cancellationToken);
        var successions = await db.Set<AreaSuccessionRow>().AsNoTracking().ToListAsync(cancellationToken);
        if (units.Count + successions.Count > 0)
        {
            areas.Merge(units.Select(row => (row.ToUnit(), row.Revision)), successions.Select(row => (ToSuccession(row), row.Revision)));
        }
    }

    /// <summary>Fills the directory again when another instance has booked or imported something newer than it holds.</summary>
    public static async Task RefreshAsync(ServiceDb db, AreaDirectory areas, CancellationToken cancellationToken)
    {
        var unit = await db.Set<AreaUnitRow>().OrderByDescending(row => row.Revision).Select(row => row.Revision).FirstOrDefaultAsync(cancellationToken);
        var succession = await db.Set<AreaSuccessionRow>().OrderByDescending(row => row.Revision).Select(row => row.Revision).FirstOrDefaultAsync(cancellationToken);
        if (AreaSnapshot.Compare(unit, areas.Newest) > 0 || AreaSnapshot.Compare(succession, areas.Newest) > 0)
        {
            await LoadAsync(db, areas, cancellationToken);
        }
    }

    /// <summary>Replaces units and successions by their keys, inside the current transaction.</summary>
    public static async Task ReplaceAsync(
        ServiceDb db, IReadOnlyList<AreaUnitRow> units, IReadOnlyList<AreaSuccessionRow> successions, CancellationToken cancellationToken)
    {
        var known = (await db.Set<AreaUnitRow>().ToListAsync(cancellationToken)).ToDictionary(row => (row.Code, row.ValidFrom));
        var lastUnits = units.GroupBy(row => (row.Code, row.ValidFrom)).Select(group => group.Last()).ToList();
        db.RemoveRange(lastUnits.Select(row => known.GetValueOrDefault((row.Code, row.ValidFrom))).OfType<AreaUnitRow>());
        var chains = (await db.Set<AreaSuccessionRow>().ToListAsync(cancellationToken)).ToDictionary(row => (row.OldCode, row.NewCode, row.EffectiveOn));
        var lastChains = successions.GroupBy(row => (row.OldCode, row.NewCode, row.EffectiveOn)).Select(group => group.Last()).ToList();
        db.RemoveRange(lastChains.Select(row => chains.GetValueOrDefault((row.OldCode, row.NewCode, row.EffectiveOn))).OfType<AreaSuccessionRow>());
        await db.SaveChangesAsync(cancellationToken);
        await BulkInsert.InsertAsync(db, lastUnits, cancellationToken);
        await BulkInsert.InsertAsync(db, lastChains, cancellationToken);
    }

    /// <summary>The event that tells of a unit.</summary>
    public static AreaUnitDefined ToEvent(AreaUnit unit) => new()
    {
        Code = unit.Code,
        Name = unit.Name,
        Type = unit.Type,
        Level = LevelName(unit.Level),
        ParentCode = unit.ParentCode,
        ValidFrom = unit.ValidFrom,
        ValidTo = unit.ValidTo,
        Withdrawn = unit.IsWithdrawn ? true : null,
    };

    /// <summary>The event that tells of a succession.</summary>
    public static AreaUnitSucceeded ToEvent(AreaSuccession succession) => new()
    {
        Level = LevelName(succession.Level),
        OldCode = succession.OldCode,
        NewCode = succession.NewCode,
        Full = succession.Full,
        EffectiveOn = succession.EffectiveOn,
        Withdrawn = succession.IsWithdrawn ? true : null,
    };

    /// <summary>The row that an event tells of.</summary>
    public static AreaUnitRow ToRow(AreaUnitDefined told, Guid revision) => new()
    {
        Code = told.Code,
        Name = told.Name,
        Type = told.Type,
        Level = told.Withdrawn == true ? default : Level(told.Level),
        ParentCode = told.ParentCode,
        ValidFrom = told.ValidFrom ?? DateOnly.MinValue,
        ValidTo = told.ValidTo,
        Revision = revision,
    };

    /// <inheritdoc cref="ToRow(AreaUnitDefined, Guid)"/>
    public static AreaSuccessionRow ToRow(AreaUnitSucceeded told, Guid revision) => new()
    {
        Level = told.Withdrawn == true ? default : Level(told.Level),
        OldCode = told.OldCode,
        NewCode = told.NewCode,
        Full = told.Full,
        EffectiveOn = told.EffectiveOn,
        Revision = revision,
    };

    /// <summary>The succession that a row holds.</summary>
    public static AreaSuccession ToSuccession(AreaSuccessionRow row) =>
        new(row.Level, row.OldCode, row.NewCode, row.Full, row.EffectiveOn) { IsWithdrawn = row.Level == default };

    static string LevelName(AreaLevel level) => level switch
    {
        AreaLevel.Province => "province",
        AreaLevel.District => "district",
        _ => "commune",
    };

    static AreaLevel Level(string name) => name switch
    {
        "province" => AreaLevel.Province,
        "district" => AreaLevel.District,
        _ => AreaLevel.Commune,
    };
}
