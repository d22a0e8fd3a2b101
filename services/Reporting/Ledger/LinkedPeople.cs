using AnSinh.Reporting.Formulas;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Ledger;

/// <summary>People's records of the second measure of a figure across two, of all areas.</summary>
/// <param name="link">How the two measures go together.</param>
sealed class LinkedPeople(PersonLink link)
{
    readonly Dictionary<UInt128, List<(int Day, long Count)>> records = [];

    public void Add(PresenceSeen row)
    {
        if (!records.TryGetValue(row.Person, out var known))
        {
            records[row.Person] = known = new(1);
        }

        known.Add((row.Day, row.Count));
    }

    /// <summary>Whether a record of the first measure on a day goes together with one of the second.</summary>
    public bool Joins(UInt128 person, int day)
    {
        if (!records.TryGetValue(person, out var known))
        {
            return false;
        }

        if (link.Relation == PersonRelation.While)
        {
            return known.Where(one => one.Day <= day).Sum(one => one.Count) > 0;
        }

        var since = StoredFormats.FromNumber(day).DayNumber;
        return known.Any(one => one.Count > 0
            && StoredFormats.FromNumber(one.Day).DayNumber - since is var days && days >= link.FirstDay && days <= link.LastDay);
    }

    /// <summary>Whether a person is in the second measure's stock on the last day.</summary>
    public bool InStock(UInt128 person) => records.TryGetValue(person, out var known) && known.Sum(one => one.Count) > 0;
}
