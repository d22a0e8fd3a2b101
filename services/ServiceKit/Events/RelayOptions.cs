namespace AnSinh.ServiceKit.Events;

/// <summary>How a relay works; configuration section <c>Relay</c>.</summary>
public sealed class RelayOptions
{
    /// <summary>Most events that are numbered in one transaction.</summary>
    public int NumberAtOnce { get; set; } = 5_000;

    /// <summary>Most events in one message on the bus.</summary>
    public int RunLength { get; set; } = 500;

    /// <summary>Most messages that wait for the broker's confirmation at once.</summary>
    public int ConfirmWindow { get; set; } = 32;

    /// <summary>How long the bus may take to confirm what is published at once, before it is published again.</summary>
    public TimeSpan PublishPatience { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a lease lasts unless renewed, which is done after a third of it: as long nothing is numbered when its holder is killed.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Looks at least this often for events that another instance saved or numbered, and for a lease that has become free.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Attempts at a message that the bus refuses for a reason of its own, before it is parked.</summary>
    public int Attempts { get; set; } = 10;
}
