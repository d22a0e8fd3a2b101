using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Indicators;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using FigureView = AnSinh.Reporting.Formulas.FigureView;

namespace AnSinh.Reporting.Plans;

/// <summary>Computes how far a plan had come on a day, and where the year or term will end.</summary>
/// <param name="plans">The versions that held.</param>
/// <param name="subject">Reads indicators.</param>
/// <param name="evaluator">Computes figures.</param>
/// <param name="time">Clock.</param>
public sealed class PlanProgressOn(PlansInForce plans, FigureSubject subject, FormulaEvaluator evaluator, TimeProvider time)
{
    /// <summary>Answers the question.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<GetPlanProgressResponse> RunAsync(GetPlanProgressRequest request, CancellationToken cancellationToken)
    {
        var view = ViewMessages.Of(request.View, "view", time);
        var until = Until(request.Until, request.Year, view, time);
        var (plan, latest) = await plans.OneHeldAsync(request.Indicator, request.AreaCode, request.Year, until, view.AsOf, cancellationToken);
        var indicator = subject.Indicator(request.Indicator, "indicator");
        var soFar = PlanYears.SoFar(plan.Year, until);
        var answers = await evaluator.EvaluateAsync(PlanForecasts.Questions(indicator, plan.Year, soFar, new AreaScope(plan.AreaCode), view), cancellationToken);
        var figure = answers[0].Total;
        return new GetPlanProgressResponse
        {
            Plan = PlanMessages.Of(plan, plan.Version, latest),
            Figure = FigureMessages.Of(indicator, figure, "", plan),
            Until = WireDate.Of(until),
            Pace = PlanPaces.Of(indicator, plan, soFar, figure.Value),
            Forecasts = { PlanForecasts.Of(indicator, plan, soFar, [.. answers.Select(answer => answer.Total.Value)]) },
        };
    }

    /// <summary>The last day that counts: the one asked for, or the day of the view, at most the end of the year or term.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>date.invalid</c>, <c>period.invalid</c>; NOT_FOUND <c>plan.not_found</c>.</exception>
    internal static DateOnly Until(Google.Type.Date? asked, int year, FigureView view, TimeProvider time)
    {
        if (!PlanYears.AreValid(year))
        {
            throw PlansInForce.NotFound();
        }

        var (first, last) = (PlanYears.FirstDay(year), PlanYears.LastDay(year));
        if (WireDate.ToDay(asked, "until") is not { } until)
        {
            var day = view.AsOf is { } moment ? VietnamDay.Of(moment) : VietnamDay.Today(time);
            return day < first ? first : day > last ? last : day;
        }

        return until >= first && until <= last
            ? until
            : throw Refusal.Invalid("until", "period.invalid", $"Ngày {VietnamDay.Text(until)} không thuộc {PlanYears.Name(year)} của kế hoạch.");
    }
}
