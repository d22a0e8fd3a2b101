using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Plans;
using Plan = AnSinh.Reporting.Plans.Plan;

namespace AnSinh.Reporting.Indicators;

/// <summary>Figures as messages: exact, and as printed in Vietnamese number form.</summary>
static class FigureMessages
{
    const string NoValue = "chưa có số liệu";
    const string NoSource = "chưa có nguồn số liệu";

    public static IndicatorFigure Of(IndicatorDefinition indicator, Figure figure, string member, Plan? plan)
    {
        var message = new IndicatorFigure
        {
            Indicator = indicator.Code,
            Member = member,
            Exact = Text(figure.Value),
            Printed = Printed(indicator, figure.Value),
            NoSource = indicator.NoSource ?? "",
            Numerator = Text(figure.Numerator),
            Denominator = Text(figure.Denominator),
        };
        if (plan is not null)
        {
            message.Plan = Of(indicator, plan, figure.Value);
        }

        return message;
    }

    /// <summary>A value held against a plan.</summary>
    public static PlanProgress Of(IndicatorDefinition indicator, Plan plan, Rational? value)
    {
        var progress = PlanOutcome.Of(plan, value);
        return new PlanProgress
        {
            Target = plan.Target,
            Version = plan.Version,
            Percent = Text(progress.Percent),
            Printed = progress.Percent is { } percent
                ? (NumberForm.Percent with { Rounding = new Rounding(indicator.Rounding.Mode, 2) }).Print(percent)
                : progress.MetWords ?? NoValue,
            Met = progress.IsMet == true,
            Beaten = progress.IsBeaten,
            Words = progress.Words ?? "",
            TargetTo = plan.TargetTo,
        };
    }

    /// <summary>How values of an indicator are printed.</summary>
    public static NumberForm Form(IndicatorDefinition indicator)
    {
        var unit = indicator.Unit.Name;
        return new NumberForm
        {
            Rounding = indicator.Rounding,
            Unit = unit,
            PadSmallCounts = !unit.Contains('%', StringComparison.Ordinal) && indicator.Unit != Unit.Dong,
            Qualifier = indicator.Qualifier,
        };
    }

    /// <summary>A value of an indicator as printed; says so where there is none.</summary>
    public static string Printed(IndicatorDefinition indicator, Rational? value) =>
        value is { } known ? Form(indicator).Print(known) : indicator.NoSource is null ? NoValue : NoSource;

    /// <summary>A value exactly, in the form of data; empty where there is none.</summary>
    public static string Text(Rational? value) => value?.ToString() ?? "";
}
