namespace AnSinh.Reporting.Rebuild;

/// <summary>How much a rebuild does at once (section <c>Reporting:Rebuild</c>).</summary>
public sealed class RebuildOptions
{
    /// <summary>
    /// Most facts of which cells and presences are made at once, of 64 bytes each; two such stretches are in memory. Smaller ones write
    /// the same pages more often.
    /// </summary>
    public int FactsAtOnce { get; set; } = 1_000_000;
}
