namespace AnSinh.ServiceKit.Areas;

/// <summary>
/// All administrative units that this process knows, in memory: the built-in set, and over it what was imported. Reads are lock-free
/// on an immutable snapshot; a merge makes a new one. Merging is idempotent and order does not matter: the later revision of a unit
/// wins, so several replicas in one process agree.
/// </summary>
public sealed class AreaDirectory
{
    // Immutable, and the same for every directory; a directory of a past moment is made for one question sometimes.
    static readonly AreaSnapshot BuiltIn = AreaSnapshot.Empty.With(
        BuiltInAreas.Units.Select(unit => (unit, Guid.Empty)), BuiltInAreas.Successions.Select(succession => (succession, Guid.Empty)));

    readonly Lock sync = new();
    volatile AreaSnapshot snapshot = BuiltIn;

    /// <summary>The latest revision of a unit or succession that was taken over: the event that told of it.</summary>
    public Guid Newest => snapshot.Newest;

    /// <summary>Every unit, of all times.</summary>
    public IReadOnlyList<AreaUnit> All => snapshot.All;

    /// <summary>Every merger and split.</summary>
    public IReadOnlyCollection<AreaSuccession> Successions => snapshot.Successions;

    /// <summary>The unit that bore a code on a day, or null.</summary>
    public AreaUnit? Find(string code, DateOnly on) => snapshot.Find(code, on);

    /// <summary>Whether a unit ever bore the code.</summary>
    public bool Known(string code) => snapshot.History(code).Length > 0;

    /// <summary>The units that bore a code, oldest first.</summary>
    public IReadOnlyList<AreaUnit> History(string code) => snapshot.History(code);

    /// <summary>The units above a unit on a day, nearest first.</summary>
    public IReadOnlyList<AreaUnit> Ancestors(AreaUnit unit, DateOnly on)
    {
        var current = snapshot;
        var ancestors = new List<AreaUnit>(2);
        for (var above = unit.ParentCode; above is not null && ancestors.Count < 3;)
        {
            if (current.Find(above, on) is not { } parent)
            {
                break;
            }

            ancestors.Add(parent);
            above = parent.ParentCode;
        }

        return ancestors;
    }

    /// <summary>Whether the unit of a code is another unit, or lies below it, on a day.</summary>
    public bool IsWithin(string code, string ancestorCode, DateOnly on) =>
        Find(code, on) is { } unit && (code == ancestorCode || Ancestors(unit, on).Any(above => above.Code == ancestorCode));

    /// <summary>The units directly below a code on a day, by code; the provinces for an empty code.</summary>
    public IReadOnlyList<AreaUnit> Children(string code, DateOnly on) => [.. snapshot.Children(code).Where(unit => unit.ValidOn(on))];

    /// <summary>The units directly below a code at any time.</summary>
    public IReadOnlyList<AreaUnit> ChildrenEver(string code) => snapshot.Children(code);

    /// <summary>Takes units and successions over; of two revisions of one the later wins.</summary>
    public void Merge(IEnumerable<(AreaUnit Unit, Guid Revision)> units, IEnumerable<(AreaSuccession Succession, Guid Revision)> successions)
    {
        lock (sync)
        {
            snapshot = snapshot.With(units, successions);
        }
    }
}
