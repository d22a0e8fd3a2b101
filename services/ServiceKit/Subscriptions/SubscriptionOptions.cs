namespace AnSinh.ServiceKit.Subscriptions;

/// <summary>How consumers follow their sources; configuration section <c>Subscriptions</c>.</summary>
public sealed class SubscriptionOptions
{
    /// <summary>The feed is asked at least this often, so that nothing that the bus lost stays lost.</summary>
    public TimeSpan CatchUpEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest pause between attempts while a source or the database is away.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(10);
}
