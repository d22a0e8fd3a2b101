namespace AnSinh.Reporting.Figures;

/// <summary>Limits of those who follow figures (section <c>Reporting:Watch</c>).</summary>
public sealed class WatchOptions
{
    /// <summary>Most watchers of this process at a time.</summary>
    public int MostWatchers { get; set; } = 200;

    /// <summary>How long a message may wait for its reader before the call is ended and its place freed.</summary>
    public TimeSpan ReadPatience { get; set; } = TimeSpan.FromMinutes(1);
}
