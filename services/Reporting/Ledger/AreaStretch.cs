using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Ledger;

/// <summary>An area over days: what one reading of cells or presences covers.</summary>
/// <param name="Units">The units, as known at the moment of the view.</param>
/// <param name="Area">The area.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Outline">Day in whose units everything is seen; null for as it was.</param>
sealed record AreaStretch(AreaWindows Units, AreaScope Area, DateOnly From, DateOnly To, DateOnly? Outline)
{
    /// <summary>The communes with their days.</summary>
    public IReadOnlyList<AreaWindow> Windows => Units.Of(Area, From, To, Outline);

    /// <summary>The same area over other days.</summary>
    public AreaStretch Over(DateOnly from, DateOnly to) => this with { From = from, To = to };
}
