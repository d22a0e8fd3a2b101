using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Ledger;

/// <summary>People's records of the second measure of a figure across two, of all areas.</summary>
/// <param name="link">How the two measures go together.</param>
/// <param name="people">Who is whom.</param>
/// <param name="asked">Who has records of the first measure. Nearly all records of the second are other people's.</param>
sealed class LinkedPeople(PersonLink link, UnitedPeople people, PersonBits asked) : IDisposable
{
    readonly PersonNumbers stock = new(people.Limit);
    readonly PersonNumbers last = new(people.Limit);

    // Who has any such record: most of those who are asked about have none.
    readonly PersonBits any = new(people.Limit);
    readonly List<(int Day, int Count, int Before)> records = [];

    /// <summary>Takes in what the second measure's stock comes from: at the last day, or where the records of days follow, before the first.</summary>
    public void AddStock(StockPart part)
    {
        foreach (var set in part.Of.Sets)
        {
            stock.Add(part.Rows(set), people, asked, any);
        }
    }

    /// <summary>Takes in the records of days: a chain for each person who is asked about.</summary>
    /// <param name="month">Their month.</param>
    /// <param name="from">First day that counts.</param>
    /// <param name="to">Last day that counts.</param>
    public void AddRecords(PresenceMonth month, DateOnly from, DateOnly to)
    {
        var dayBefore = month.Month.First.DayNumber - 1;
        foreach (var set in month.Of.Sets)
        {
            foreach (ref readonly var row in month.Rows(set, from, to).AsSpan())
            {
                var person = people.Of(row.Person);
                if (asked[person])
                {
                    any.Add(person);
                    records.Add((dayBefore + row.Day, row.Count, last[person]));
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
        if (!any[person])
        {
            return false;
        }

        var sum = stock[person];
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

    /// <summary>Whether a person is in the second measure's stock.</summary>
    public bool InStock(int person) => any[person] && stock[person] > 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        stock.Dispose();
        last.Dispose();
        any.Dispose();
    }
}
