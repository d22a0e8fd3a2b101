using System.Collections.Frozen;

namespace AnSinh.ServiceKit.Areas;

/// <summary>An immutable view of all units, indexed by code and by parent.</summary>
sealed class AreaSnapshot
{
    public static readonly AreaSnapshot Empty = new([], []);

    readonly Dictionary<(string Code, DateOnly From), (AreaUnit Unit, Guid Revision)> units;
    readonly Dictionary<(string Old, string New, DateOnly On), (AreaSuccession Succession, Guid Revision)> successions;
    readonly FrozenDictionary<string, AreaUnit[]> byCode;
    readonly FrozenDictionary<string, AreaUnit[]> byParent;

    AreaSnapshot(
        Dictionary<(string, DateOnly), (AreaUnit, Guid)> units, Dictionary<(string, string, DateOnly), (AreaSuccession, Guid)> successions)
    {
        this.units = units;
        this.successions = successions;
        Successions = [.. this.successions.Values.Select(entry => entry.Succession)];
        Newest = this.units.Values.Select(entry => entry.Revision).Concat(this.successions.Values.Select(entry => entry.Revision))
            .Aggregate(Guid.Empty, (newest, revision) => Compare(revision, newest) > 0 ? revision : newest);
        All = [.. this.units.Values.Select(entry => entry.Unit).OrderBy(unit => unit.Code, StringComparer.Ordinal)];
        byCode = All.GroupBy(unit => unit.Code).ToFrozenDictionary(group => group.Key, group => group.OrderBy(unit => unit.ValidFrom ?? DateOnly.MinValue).ToArray());
        byParent = All.GroupBy(unit => unit.ParentCode ?? "").ToFrozenDictionary(group => group.Key, group => group.ToArray());
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
        var merged = new Dictionary<(string, DateOnly), (AreaUnit Unit, Guid Revision)>(units);
        foreach (var (unit, revision) in more)
        {
            var key = (unit.Code, unit.ValidFrom ?? DateOnly.MinValue);
            if (!merged.TryGetValue(key, out var known) || Compare(revision, known.Revision) >= 0)
            {
                merged[key] = (unit, revision);
            }
        }

        var chains = new Dictionary<(string, string, DateOnly), (AreaSuccession Succession, Guid Revision)>(successions);
        foreach (var (succession, revision) in moreSuccessions)
        {
            var key = (succession.OldCode, succession.NewCode, succession.EffectiveOn);
            if (!chains.TryGetValue(key, out var known) || Compare(revision, known.Revision) >= 0)
            {
                chains[key] = (succession, revision);
            }
        }

        return new AreaSnapshot(merged, chains);
    }

    internal static int Compare(Guid left, Guid right) => left.ToByteArray(true).AsSpan().SequenceCompareTo(right.ToByteArray(true));
}
