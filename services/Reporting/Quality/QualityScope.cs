using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Periods;
using AnSinh.ServiceKit.Areas;

namespace AnSinh.Reporting.Quality;

/// <summary>What a run looks at.</summary>
public sealed class QualityScope
{
    readonly AreaDirectory areas;
    readonly AreaWindows windows;

    /// <summary>An area over a period.</summary>
    /// <param name="areas">All units.</param>
    /// <param name="windows">Areas over periods.</param>
    /// <param name="period">The period.</param>
    /// <param name="area">The area; some unit bore its code in the period.</param>
    public QualityScope(AreaDirectory areas, AreaWindows windows, Period period, AreaScope area)
    {
        (this.areas, this.windows) = (areas, windows);
        (Period, Area) = (period, area);
        Communes = CommunesOf(area.Code);
        Below = windows.Below(area.Code, period.To, period.To);
    }

    /// <summary>The period.</summary>
    public Period Period { get; }

    /// <summary>The area.</summary>
    public AreaScope Area { get; }

    /// <summary>The communes in the area with the days of the period on which they lay there.</summary>
    public IReadOnlyList<AreaWindow> Communes { get; }

    /// <summary>Codes of the units directly below on the last day of the period.</summary>
    public IReadOnlyList<string> Below { get; }

    /// <summary>The area and the units directly below.</summary>
    public IReadOnlyList<string> Units => [Area.Code, .. Below];

    /// <summary>The communes of the whole province of the area, with the days on which they lay there.</summary>
    public IReadOnlyList<AreaWindow> CommunesOfProvince()
    {
        var unit = areas.History(Area.Code).Last(one => !(one.ValidFrom > Period.To) && !(one.ValidTo < Period.From));
        var day = unit.ValidTo < Period.To ? unit.ValidTo.Value : Period.To;
        return areas.Ancestors(unit, day) is { Count: > 0 } above ? CommunesOf(above[^1].Code) : Communes;
    }

    /// <summary>Whether a commune was there on every day of the period.</summary>
    public bool IsWhole(AreaWindow commune) => commune.From == Period.From && commune.To == Period.To;

    /// <summary>Whether one and the same unit bore a code on every day of an earlier period and on the last day of this one.</summary>
    public bool IsSameUnit(string code, Period earlier) =>
        areas.Find(code, Period.To) is { } unit && unit.ValidOn(earlier.From) && unit.ValidOn(earlier.To);

    IReadOnlyList<AreaWindow> CommunesOf(string code) =>
        [.. windows.Of(new AreaScope(code), Period.From, Period.To).Where(window => AreaUnit.LevelOf(window.AreaCode) == AreaLevel.Commune)];
}
