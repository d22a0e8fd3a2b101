using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Periods;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Requests;
using FigureView = AnSinh.Reporting.Formulas.FigureView;

namespace AnSinh.Reporting.Indicators;

/// <summary>
/// A unit that is kept apart when areas are restated: it was divided, and only some of its parts lie in an area asked for. The answer lists
/// it with its own figures, so that everybody sees how much is unassigned.
/// </summary>
/// <param name="Unit">The unit.</param>
/// <param name="Parts">The units that it went to, or came from.</param>
/// <param name="KeptOutOf">Areas asked for in which it does not count.</param>
sealed record KeptApart(AreaUnit Unit, IReadOnlyList<AreaUnit> Parts, IReadOnlyList<string> KeptOutOf)
{
    /// <summary>
    /// The units that are kept apart in an answer about some areas; none when areas are not restated, and none of those that a key shares
    /// out.
    /// </summary>
    public static IReadOnlyList<KeptApart> Of(AreaWindows windows, FigureView view, AreaKeyShares? key, IEnumerable<AreaScope> scopes, Period period)
    {
        if (view.Outline is not { } day)
        {
            return [];
        }

        var restated = windows.Restated(day);
        return
        [
            .. scopes.SelectMany(scope => restated.Partial(scope.Code)
                    .Except(key is null ? [] : restated.Shares(scope.Code, key).Select(shared => shared.Unit)).Select(unit => (scope.Code, Unit: unit)))
                .Where(pair => !(pair.Unit.ValidFrom > period.To))
                .GroupBy(pair => pair.Unit, pair => pair.Code)
                .Select(group => new KeptApart(group.Key, restated.Trace(group.Key), [.. group]))
                .OrderBy(apart => apart.Unit.Code, StringComparer.Ordinal).ThenBy(apart => apart.Unit.ValidFrom),
        ];
    }

    /// <summary>The question for its own figure: its records alone, as it was.</summary>
    public FigureQuery Question(IndicatorDefinition indicator, Period period, FigureView view) => new()
    {
        Formula = indicator.Formula,
        Period = period,
        Area = new AreaScope(Unit.Code) { AloneSince = Unit.ValidFrom ?? DateOnly.MinValue },
        View = view with { Outline = null, AreaKey = null },
    };

    /// <summary>The message; null when the unit has nothing to be counted.</summary>
    /// <param name="own">Its own figures, those of which the message tells.</param>
    public AreaKeptApart? ToMessage(IReadOnlyList<(IndicatorDefinition Indicator, Figure Figure)> own) => own.All(one => one.Figure.Value is not { IsZero: false }) ? null : new AreaKeptApart
    {
        Code = Unit.Code,
        DisplayName = Unit.Name,
        ValidFrom = Unit.ValidFrom is { } from ? WireDate.Of(from) : null,
        ValidTo = Unit.ValidTo is { } to ? WireDate.Of(to) : null,
        Parts = { Parts.Select(part => new AreaPart { Code = part.Code, DisplayName = part.Name }) },
        KeptOutOf = { KeptOutOf },
        Figures = { own.Select(one => FigureMessages.Of(one.Indicator, one.Figure, Unit.Code, null)) },
    };
}
