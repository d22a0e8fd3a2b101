namespace AnSinh.ServiceKit.Areas;

/// <summary>How an instance keeps its units in step with the database that it shares with others; configuration section <c>Areas</c>.</summary>
public sealed class AreaOptions
{
    /// <summary>Looks at least this often whether another instance has booked or imported units.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(2);
}
