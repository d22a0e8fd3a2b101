using AnSinh.Reporting.Formulas;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Ledger;

/// <summary>People's records of the second measure of a figure across two, of all areas: a chain of records for each person who was asked about.</summary>
/// <param name="link">How the two measures go together.</param>
/// <param name="asked">Who has records of the first measure: 1. Nearly all records of the second are other people's.</param>
sealed class LinkedPeople(PersonLink link, PersonNumbers asked) : IDisposable
{
    readonly PersonNumbers last = new();
    readonly List<(int Day, int Count, int Before)> records = [];

    public void Add(KeptPresence row)
    {
        if (asked[row.Person] > 0)
        {
            records.Add((row.Day, row.Count, last[row.Person]));
            last[row.Person] = records.Count;
        }
    }

    /// <summary>Whether a record of the first measure on a day goes together with one of the second.</summary>
    public bool Joins(int person, int day)
    {
        var (sum, since) = (0L, StoredFormats.FromNumber(day).DayNumber);
        for (var at = last[person]; at > 0; at = records[at - 1].Before)
        {
            var (other, count, _) = records[at - 1];
            if (link.Relation == PersonRelation.While)
            {
                sum += other <= day ? count : 0;
            }
            else if (count > 0 && StoredFormats.FromNumber(other).DayNumber - since is var days && days >= link.FirstDay && days <= link.LastDay)
            {
                return true;
            }
        }

        return sum > 0;
    }

    /// <summary>Whether a person is in the second measure's stock on the last day.</summary>
    public bool InStock(int person)
    {
        var sum = 0L;
        for (var at = last[person]; at > 0; at = records[at - 1].Before)
        {
            sum += records[at - 1].Count;
        }

        return sum > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => last.Dispose();
}
