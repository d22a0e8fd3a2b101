using System.Collections.Concurrent;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Measures;

namespace AnSinh.Reporting.Ledger.Curves;

/// <summary>
/// Counts people of large areas as they are known now, by the curves of figures that were asked before: a question costs what was booked
/// since then, and not how many people there are.
/// </summary>
/// <param name="kept">The months that curves are made of.</param>
/// <param name="after">Questions that are counted otherwise before a curve is made: who waits for months to be read does not wait for it too.</param>
/// <param name="counted">Told how many rows are kept more.</param>
sealed class KeptCurves(KeptLedger kept, int after, Action<long> counted)
{
    readonly ConcurrentDictionary<FigurePlace, Asked> known = new();

    /// <summary>People of a figure in a period, by member of its breakdown; null where there is no curve yet.</summary>
    /// <param name="reading">The state to read.</param>
    /// <param name="months">The months that have records in it.</param>
    /// <param name="joined">The key under which each joined key counts in it.</param>
    /// <param name="members">The question with its members.</param>
    /// <param name="stretch">Area and period.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<long[]?> CountAsync(
        LedgerReading reading, LedgerMonths months, IReadOnlyDictionary<UInt128, UInt128> joined, MemberList members, AreaStretch stretch, CancellationToken cancellationToken)
    {
        var figure = members.Request.Aggregation;
        var place = new FigurePlace(figure.ToString(), MemberList.TextOf(members.Request.Dimensions), stretch.Area, stretch.Outline);
        var asked = known.GetOrAdd(place, _ => new Asked());
        var (days, before) = asked.For(Months(figure, stretch), after);
        if (days is not { } over)
        {
            return null;
        }

        var rows = await ReadAsync(reading, months, joined, figure, stretch.Over(over.From, over.To), cancellationToken);
        var texts = members.Keys.Select(MemberList.TextOf).ToArray();
        if (before?.Rows.AreThoseOf(rows) != true)
        {
            before = before is not null && before.Rows.State <= rows.State
                ? before.Over(rows, MemberOf)
                : FigureCurves.Of(figure, rows, MemberOf);
            counted(asked.Keep(before));
        }

        return before.Count(texts, stretch.From.DayNumber, stretch.To.DayNumber);

        string? MemberOf(long dims) => members.Grouping.MemberOf is not { } of ? texts[0] : of.TryGetValue(dims, out var member) ? texts[member] : null;
    }

    async Task<CurveRows> ReadAsync(
        LedgerReading reading, LedgerMonths months, IReadOnlyDictionary<UInt128, UInt128> joined, Aggregation figure, AreaStretch days, CancellationToken cancellationToken)
    {
        var measures = new List<IReadOnlyList<PresenceMonth>>();
        foreach (var measure in figure.Measures)
        {
            measures.Add(await kept.PresencesAsync(reading, months, MeasureKey.Of(measure), days, days.From, days.To, cancellationToken));
        }

        IReadOnlyList<PresenceMonth> second = [];
        if (figure.Link is { } link)
        {
            var (from, to) = link.DaysFor(days.From, days.To);
            second = await kept.PresencesAsync(reading, months, MeasureKey.Of(link.Measure), null, from, to, cancellationToken);
        }

        // Now that everybody has a number.
        return new CurveRows(months.State, days.From, days.To, measures, second, kept.United(joined));
    }

    // Whole months: what is made of them answers every period in them.
    static CurveDays Months(Aggregation figure, AreaStretch stretch) => new(
        figure.LooksBack ? DateOnly.MinValue : new DateOnly(stretch.From.Year, stretch.From.Month, 1),
        new DateOnly(stretch.To.Year, stretch.To.Month, DateTime.DaysInMonth(stretch.To.Year, stretch.To.Month)));

    readonly record struct FigurePlace(string Figure, string Dimensions, AreaScope Area, DateOnly? Outline);

    readonly record struct CurveDays(DateOnly From, DateOnly To)
    {
        public bool Hold(CurveDays other) => From <= other.From && other.To <= To;

        public CurveDays With(CurveDays other) => new(From < other.From ? From : other.From, To > other.To ? To : other.To);
    }

    /// <summary>What was asked of a figure in a place, and its curves when there are any.</summary>
    sealed class Asked
    {
        readonly Lock sync = new();
        CurveDays? days;
        int times;
        FigureCurves? curves;

        /// <summary>The days that the curve for a question is to be of, with the curves that there are; no days when the question is to be counted otherwise.</summary>
        public (CurveDays? Days, FigureCurves? Curves) For(CurveDays asked, int after)
        {
            lock (sync)
            {
                if (curves is { } have && new CurveDays(have.Rows.From, have.Rows.To) is var of && of.Hold(asked))
                {
                    return (of, have);
                }

                // One curve of all that was asked about, when it was asked about again.
                (days, times) = days is { } known && known.Hold(asked) ? (known, times + 1) : (days?.With(asked) ?? asked, 1);
                return times > after ? (days, curves) : (null, null);
            }
        }

        /// <summary>Keeps curves, unless there are some of a later state.</summary>
        /// <returns>Rows kept more.</returns>
        public long Keep(FigureCurves made)
        {
            lock (sync)
            {
                if (curves?.Rows.State > made.Rows.State)
                {
                    return 0;
                }

                var more = made.Kept - (curves?.Kept ?? 0);
                curves = made;
                return more;
            }
        }
    }
}
