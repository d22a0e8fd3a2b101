using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Measures;
using AnSinh.Reporting.Templates;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Reports;

/// <summary>A survey figure that a published figure was computed from: of those signed by then, the one that held.</summary>
/// <param name="Figure">Place of the published figure in its report, from 0.</param>
/// <param name="Indicator">Indicator that was keyed in.</param>
/// <param name="AreaCode">Area that it is about.</param>
/// <param name="Day">Day that it is about.</param>
/// <param name="Value">As it was keyed in: a plain decimal in the indicator's unit.</param>
/// <param name="Origin">Where it comes from, as the officials wrote it.</param>
/// <param name="EventId">Event that said it.</param>
/// <param name="Source">Source service of the event.</param>
/// <param name="Sequence">Place of the event in its source's log.</param>
/// <param name="RecordedAt">When it was signed, UTC.</param>
sealed record FrozenEntry(
    int Figure, string Indicator, string AreaCode, DateOnly Day, string Value, string Origin, Guid EventId, string Source, long Sequence, DateTimeOffset RecordedAt);

/// <summary>Finds the survey figures in figures, when they are frozen and after.</summary>
static class FrozenEntries
{
    /// <summary>Key of the question for an indicator's survey figures: measures begin with the name of their source, none with this.</summary>
    public static int KeyOf(string indicator) => MeasureKey.Of("entered:" + indicator);

    /// <summary>The survey figures in the figures of a report, as they hold now.</summary>
    public static async Task<List<FrozenEntry>> FindAsync(ReportingDb db, IReadOnlyList<RenderedFigure> figures, CancellationToken cancellationToken)
    {
        var found = new List<FrozenEntry>();
        foreach (var (indicator, area, to, figure) in figures.SelectMany(AskedBy).Distinct())
        {
            // As EnteredFigures finds it: of several the latest day, and of one day the one signed last.
            var held = await db.EnteredFigures.AsNoTracking()
                .Where(row => row.Indicator == indicator && row.AreaCode == area && row.Day <= to && row.WithdrawnAt == null)
                .OrderByDescending(row => row.Day).ThenByDescending(row => row.RecordedAt).ThenByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellationToken);
            if (held is not null)
            {
                found.Add(new FrozenEntry(figure, indicator, area, held.Day, held.Value, held.Origin, held.EventId, held.Source, held.Sequence, held.RecordedAt));
            }
        }

        return found;
    }

    /// <summary>The events since a report was frozen that bear on a figure of it by a survey figure: signed since, or withdrawing what was in it.</summary>
    public static async Task<List<Guid>> SinceAsync(ReportingDb db, FrozenReport frozen, IReadOnlyList<FrozenQuestion> questions, CancellationToken cancellationToken)
    {
        var indicators = await db.EnteredFigures.AsNoTracking().Select(row => row.Indicator).Distinct().ToDictionaryAsync(KeyOf, cancellationToken);
        var since = new List<Guid>();
        foreach (var question in questions.Where(question => indicators.ContainsKey(question.Measure)))
        {
            var (indicator, area, to) = (indicators[question.Measure], question.AreaCode, question.To);
            var signed = await db.EnteredFigures.AsNoTracking().Where(row => row.Indicator == indicator && row.AreaCode == area && row.Day <= to).ToListAsync(cancellationToken);
            since.AddRange(signed.Where(row => !frozen.HadBooked(row.Source, row.Sequence)).Select(row => row.EventId));
            since.AddRange(signed.Where(row => frozen.Entered.Any(one => one.EventId == row.EventId)).Select(row => row.WithdrawnBy).OfType<Guid>());
        }

        return since;
    }

    static IEnumerable<(string Indicator, string AreaCode, DateOnly To, int Figure)> AskedBy(RenderedFigure figure, int index)
    {
        var asked = new List<(string Indicator, string AreaCode, DateOnly To, int Figure)>();
        foreach (var period in figure.Periods)
        {
            figure.Formula.Root.Collect(period, (aggregation, days) =>
            {
                if (aggregation.Kind == AggregationKind.Entered)
                {
                    asked.Add((aggregation.Measures[0], figure.Area.Code, days.To, index));
                }
            });
        }

        return asked;
    }
}
