using AnSinh.Contracts.Tests.Protos;

namespace AnSinh.Contracts.Tests.Baseline;

/// <summary>
/// Holds the protos of today against those that were published. What a client compiled against the published ones relies on may not
/// change: names, numbers, types, cardinality, streaming, access. What is new breaks nobody.
/// </summary>
static class ProtoComparer
{
    /// <summary>Every change that breaks somebody; empty when there is none.</summary>
    public static IReadOnlyList<string> BreakingChanges(ProtoCatalogue published, ProtoCatalogue current) =>
    [
        .. MessageComparer.Compare(published, current),
        .. EnumComparer.Compare(published, current),
        .. ServiceComparer.Compare(published, current),
    ];

    /// <summary>Every element that is not published yet.</summary>
    public static IReadOnlyList<string> Additions(ProtoCatalogue published, ProtoCatalogue current) =>
        [.. current.Elements().Except(published.Elements(), StringComparer.Ordinal)];
}
