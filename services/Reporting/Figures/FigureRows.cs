using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Figures;

/// <summary>Makes the rows of lines: the one of all members, then one a member.</summary>
/// <param name="answers">Computes.</param>
/// <param name="plans">The plans.</param>
public sealed class FigureRows(LineAnswers answers, LinePlans plans)
{
    /// <summary>The rows of each line.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<FigureRow>>> OfAsync(AskedFigures asked, IReadOnlyList<FigureLine> lines, CancellationToken cancellationToken)
    {
        var computed = await answers.OfAsync(asked, lines, cancellationToken);
        var plan = await plans.OfAsync(asked, lines, cancellationToken);
        return [.. computed.Select(answer => Rows(asked, answer, plan))];
    }

    static List<FigureRow> Rows(AskedFigures asked, LineAnswer answer, LinePlans.Lookup plan)
    {
        var (line, now, before) = (answer.Line, answer.Now, answer.Before);
        var all = Row(asked, line, []);
        all.Figure = FigureMessages.Of(line.Indicator, now.Total, "", plan(line));
        all.NoTotal = line.NoTotal;
        SubsetCheck.Warn(all.Figure, line.Indicator, now.Total, answer.Whole);
        Compare(all, answer, now.Total.Value, before?.Answer.Total.Value);
        var rows = new List<FigureRow> { all };

        // A member that had records a year earlier and has none now fell to nothing: it must not disappear from the comparison.
        var members = Members(now);
        var earlier = before is null ? [] : Members(before.Answer);
        foreach (var key in members.Keys.Union(earlier.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var member = members.GetValueOrDefault(key) ?? new FigureMember(earlier[key].Key, Nothing(line, line.Period));
            var row = Row(asked, line, member.Key);
            row.Figure = FigureMessages.Of(line.Indicator, member.Figure, "", null);
            Compare(row, answer, member.Figure.Value, before is null ? null : (earlier.GetValueOrDefault(key)?.Figure ?? Nothing(line, before.Period)).Value);
            rows.Add(row);
        }

        return rows;
    }

    static FigureRow Row(AskedFigures asked, FigureLine line, IReadOnlyList<string> members) => new()
    {
        Period = line.Period.ToString(),
        AreaCode = line.Area.Code,
        AreaName = line.Area.IsSum ? "" : asked.Tree.NameOf(line.Area.Code, asked.View.Outline ?? line.Period.To),
        Below = line.Area.IsSum ? "" : line.Area.Scopes[0].Below ?? "",
        Total = line.Area.IsTotal,
        Members = { members },
    };

    static void Compare(FigureRow row, LineAnswer answer, Rational? now, Rational? then)
    {
        if (answer.Before is { } before)
        {
            row.Comparison = Comparison.Of(answer.Line.Indicator, before.Period, now, then);
        }
    }

    static Dictionary<string, FigureMember> Members(FigureAnswer answer) => answer.Members.ToDictionary(member => MemberKey.Of(member.Key), StringComparer.Ordinal);

    static Figure Nothing(FigureLine line, Period period) => line.Indicator.Formula.Evaluate(period, (_, _) => Rational.Zero);
}
