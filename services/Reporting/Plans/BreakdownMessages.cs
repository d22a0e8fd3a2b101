using System.Globalization;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Numbers;
using AnSinh.ServiceKit.Areas;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Plans;

/// <summary>Breakdowns as messages.</summary>
static class BreakdownMessages
{
    /// <summary>The breakdown without figures: what was handed out, and what of the target was handed to nobody.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="plan">The plan that is handed down.</param>
    /// <param name="mustAddUp">Whether the shares must add up.</param>
    /// <param name="shares">The plans of the units.</param>
    /// <param name="below">The units directly below.</param>
    public static Wire.PlanBreakdown Of(
        IndicatorDefinition indicator, Wire.Plan plan, bool mustAddUp, IReadOnlyList<Wire.Plan> shares, IReadOnlyList<AreaUnit> below)
    {
        var (remainder, remainderTo) = Remainder(plan, shares);
        var names = below.ToDictionary(unit => unit.Code, unit => unit.Name);
        return new Wire.PlanBreakdown
        {
            Plan = plan,
            MustAddUp = mustAddUp,
            Units = { shares.Select(share => new Wire.BreakdownUnit { Plan = share, Name = names.GetValueOrDefault(share.AreaCode, "") }) },
            Sum = Decimal(PlanTarget.Read(plan.Target)!.Value - remainder),
            Remainder = Decimal(remainder),
            RemainderPrinted = Print(indicator, remainder),
            AddsUp = remainder.IsZero && remainderTo is null or { IsZero: true },
            RemainderTo = remainderTo is { } to ? Decimal(to) : "",
            WithoutShare = { below.Select(unit => unit.Code).Except(shares.Select(share => share.AreaCode)) },
        };
    }

    /// <summary>What of the target, and of its upper end if there is one, is handed to nobody; negative when too much was handed out.</summary>
    public static (Rational Remainder, Rational? RemainderTo) Remainder(Wire.Plan plan, IReadOnlyList<Wire.Plan> shares) => (
        PlanTarget.Read(plan.Target)!.Value - Sum(shares.Select(share => share.Target)),
        plan.TargetTo.Length == 0 ? null : PlanTarget.Read(plan.TargetTo)!.Value - Sum(shares.Select(share => share.TargetTo)));

    /// <summary>A value in Vietnamese number form with all its decimals.</summary>
    public static string Print(IndicatorDefinition indicator, Rational value) => (FigureMessages.Form(indicator) with
    {
        Qualifier = null,
        Rounding = indicator.Rounding with { Decimals = Rounding.MostDecimals },
    }).Print(value);

    static Rational Sum(IEnumerable<string> targets) => targets.Aggregate(Rational.Zero, (sum, target) => sum + (PlanTarget.Read(target) ?? Rational.Zero));

    // Sums of decimals are decimals: nothing is lost.
    static string Decimal(Rational value) => value.ToDecimal().ToString("0.####################", CultureInfo.InvariantCulture);
}
