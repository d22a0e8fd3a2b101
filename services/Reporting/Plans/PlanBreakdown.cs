using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Plans;

/// <summary>That a plan is handed down to the units below; the shares are the plans of those units (<see cref="PlanContent.PartOf"/>).</summary>
public sealed class PlanBreakdown : IVersioned
{
    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; set; }

    /// <summary>Code of the unit whose plan is handed down.</summary>
    public required string AreaCode { get; set; }

    /// <summary>Calendar year.</summary>
    public int Year { get; set; }

    /// <summary>Whether the shares must add up to the target.</summary>
    public bool MustAddUp { get; set; }

    /// <summary>First day on which the shares hold; the units are those of this day.</summary>
    public DateOnly EffectiveOn { get; set; }

    /// <summary>Account that set it last.</summary>
    public required string SetBy { get; set; }

    /// <summary>When it was set last, UTC.</summary>
    public DateTimeOffset SetAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
