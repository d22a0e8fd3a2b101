namespace AnSinh.ServiceKit.Areas;

/// <summary>An immutable view of all units, indexed by code and by parent.</summary>
sealed class AreaSnapshot
{
    public static readonly AreaSnapshot Empty = new([], [], Guid.Empty);

    readonly Dictionary<(string Code, DateOnly From), (AreaUnit Unit, Guid Revision)> units;
    readonly Dictionary<(string Old, string New, DateOnly On), (AreaSuccession Succession, Guid Revision)> successions;
    // Not frozen: a snapshot is made with every import and for every past moment asked about, and freezing cost more than all else of it.
    readonly Dictionary<string, AreaUnit[]> byCode;
    readonly Dictionary<string, AreaUnit[]> byParent;

    AreaSnapshot(
        Dictionary<(string, DateOnly), (AreaUnit, Guid)> units, Dictionary<(string, string, DateOnly), (AreaSuccession, Guid)> successions, Guid newest)
    {
        this.units = units;
        this.successions = successions;
        Successions = [.. this.successions.Values.Select(entry => entry.Succession).Where(succession => !succession.IsWithdrawn)];
        Newest = newest;
        All = [.. this.units.Values.Select(entry => entry.Unit).Where(unit => !unit.IsWithdrawn).OrderBy(unit => unit.Code, StringComparer.Ordinal)];
        byCode = All.GroupBy(unit => unit.Code).ToDictionary(group => group.Key, group => group.OrderBy(unit => unit.ValidFrom ?? DateOnly.MinValue).ToArray());
        byParent = All.GroupBy(unit => unit.ParentCode ?? "").ToDictionary(group => group.Key, group => group.ToArray());
    }

    public Guid Newest { get; }

    public IReadOnlyList<AreaUnit> All { get; }

    public IReadOnlyCollection<AreaSuccession> Successions { get; }

    public AreaUnit[] History(string code) => byCode.GetValueOrDefault(code, []);

    public AreaUnit[] Children(string code) => byParent.GetValueOrDefault(code, []);

    public AreaUnit? Find(string code, DateOnly on)
    {
        // Backwards: where validity overlaps by mistake of the source, the newer unit counts.
        var history = History(code);
        for (var i = history.Length - 1; i >= 0; i--)
        {
            if (history[i].ValidOn(on))
            {
                return history[i];
            }
        }

        return null;
    }

    public AreaSnapshot With(
        IEnumerable<(AreaUnit Unit, Guid Revision)> more, IEnumerable<(AreaSuccession Succession, Guid Revision)> moreSuccessions)
    {
        var newest = Newest;
        var merged = new Dictionary<(string, DateOnly), (AreaUnit Unit, Guid Revision)>(units);
        foreach (var (unit, revision) in more)
        {
            var key = (unit.Code, unit.ValidFrom ?? DateOnly.MinValue);
            if (!merged.TryGetValue(key, out var known) || Compare(revision, known.Revision) >= 0)
            {
                merged[key] = (unit, revision);
            }

            newest = Later(newest, revision);
        }

        var chains = new Dictionary<(string, string, DateOnly), (AreaSuccession Succession, Guid Revision)>(successions);
        foreach (var (succession, revision) in moreSuccessions)
        {
            var key = (succession.OldCode, succession.NewCode, succession.EffectiveOn);
            if (!chains.TryGetValue(key, out var known) || Compare(revision, known.Revision) >= 0)
            {
                chains[key] = (succession, revision);
            }

            newest = Later(newest, revision);
        }

        return new AreaSnapshot(merged, chains, newest);
    }

    internal static int Compare(Guid left, Guid right)
    {
        Span<byte> one = stackalloc byte[16], other = stackalloc byte[16];
        left.TryWriteBytes(one, bigEndian: true, out _);
        right.TryWriteBytes(other, bigEndian: true, out _);
        return one.SequenceCompareTo(other);
    }

    static Guid Later(Guid left, Guid right) => Compare(left, right) >= 0 ? left : right;
}
