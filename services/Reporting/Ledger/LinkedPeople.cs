using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Ledger;

/// <summary>People's records of the second measure of a figure across two, of all areas: a chain of records for each person who was asked about.</summary>
/// <param name="link">How the two measures go together.</param>
/// <param name="asked">Who has records of the first measure. Nearly all records of the second are other people's.</param>
/// <param name="people">Who is whom.</param>
sealed class LinkedPeople(PersonLink link, PersonBits asked, UnitedPeople people) : IDisposable
{
    readonly PersonNumbers last = new(people.Limit);
    readonly List<(int Day, int Count, int Before)> records = [];

    /// <summary>Takes a month in.</summary>
    /// <param name="month">The month.</param>
    /// <param name="from">First day that counts.</param>
    /// <param name="to">Last day that counts.</param>
    public void Add(PresenceMonth month, DateOnly from, DateOnly to)
    {
        var dayBefore = month.Month.First.DayNumber - 1;
        foreach (var set in month.Of.Sets)
        {
            foreach (ref readonly var row in set.Rows.AsSpan())
            {
                var person = people.Of(row.Person);
                var day = dayBefore + row.Day;
                if (asked[person] && day >= from.DayNumber && day <= to.DayNumber)
                {
                    records.Add((day, row.Count, last[person]));
                    last.Add(person, records.Count - last[person]);
                }
            }
        }
    }

    /// <summary>Whether a record of the first measure on a day goes together with one of the second.</summary>
    /// <param name="person">The person.</param>
    /// <param name="day">Number of the day.</param>
    public bool Joins(int person, int day)
    {
        var sum = 0L;
        for (var at = last[person]; at > 0; at = records[at - 1].Before)
        {
            var (other, count, _) = records[at - 1];
            if (link.Relation == PersonRelation.While)
            {
                sum += other <= day ? count : 0;
            }
            else if (count > 0 && other - day >= link.FirstDay && other - day <= link.LastDay)
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
