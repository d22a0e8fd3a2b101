using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Ledger.Curves;

/// <summary>What one person adds to the curve of a figure.</summary>
/// <param name="kind">What is counted.</param>
/// <param name="link">The second measure; null where there is none.</param>
sealed class PersonTrace(AggregationKind kind, PersonLink? link)
{
    /// <summary>Tells what a person adds.</summary>
    /// <param name="own">The person's records of the figure's measures, by day.</param>
    /// <param name="other">Those of the second measure, by day.</param>
    /// <param name="times">1 for what is added, −1 for what is taken off.</param>
    /// <param name="steps">Told what it is.</param>
    public void Tell(ReadOnlySpan<DayRecords> own, ReadOnlySpan<DayRecords> other, int times, CurveSteps steps)
    {
        if (kind == AggregationKind.People)
        {
            TellDays(own, other, times, steps);
        }
        else
        {
            TellStock(own, other, times, steps);
        }
    }

    // Somebody counts once in a period: on the first day in it.
    void TellDays(ReadOnlySpan<DayRecords> own, ReadOnlySpan<DayRecords> other, int times, CurveSteps steps)
    {
        var last = DayPair.Never;
        foreach (var record in own)
        {
            if (record.Count > 0 && record.Day != last && Joins(other, record.Day))
            {
                steps.Pairs.Add(new DayPair(record.Day, last, times));
                last = record.Day;
            }
        }
    }

    // What happens on one day is one step: whoever came and went on the same day was never there.
    void TellStock(ReadOnlySpan<DayRecords> own, ReadOnlySpan<DayRecords> other, int times, CurveSteps steps)
    {
        var (sum, otherSum, isIn, left) = (0, 0, false, DayPair.Never);
        for (var (i, j) = (0, 0); i < own.Length || j < other.Length;)
        {
            var day = Math.Min(i < own.Length ? own[i].Day : int.MaxValue, j < other.Length ? other[j].Day : int.MaxValue);
            for (; i < own.Length && own[i].Day == day; i++)
            {
                sum = checked(sum + own[i].Count);
            }

            for (; j < other.Length && other[j].Day == day; j++)
            {
                otherSum = checked(otherSum + other[j].Count);
            }

            var isInNow = sum > 0 && (link is null || otherSum > 0);
            if (isInNow == isIn)
            {
                continue;
            }

            isIn = isInNow;
            steps.Stock.Add(new StockStep(day, isIn ? times : -times));
            if (kind == AggregationKind.PeopleDuring && isIn)
            {
                // Who was still there at the beginning of a period is in the stock of the day before it.
                steps.Pairs.Add(new DayPair(day, left, times));
            }
            else
            {
                left = day;
            }
        }
    }

    bool Joins(ReadOnlySpan<DayRecords> other, int day)
    {
        if (link is null)
        {
            return true;
        }

        var sum = 0;
        foreach (var record in other)
        {
            if (link.Relation == PersonRelation.While)
            {
                sum = checked(sum + (record.Day <= day ? record.Count : 0));
            }
            else if (record.Count > 0 && record.Day - day >= link.FirstDay && record.Day - day <= link.LastDay)
            {
                return true;
            }
        }

        return sum > 0;
    }
}
