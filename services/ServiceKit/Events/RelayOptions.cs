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

    /// <summary>How long a lease lasts unless renewed.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Looks for events that another instance saved at least this often.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Attempts at a message that the bus refuses for a reason of its own, before it is parked.</summary>
    public int Attempts { get; set; } = 10;
}
