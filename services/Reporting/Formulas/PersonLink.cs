namespace AnSinh.Reporting.Formulas;

/// <summary>How a person's records of one measure go together with those of another. The area is that of the first; the second's may lie anywhere.</summary>
public enum PersonRelation
{
    /// <summary>A record of the second measure takes effect a number of days after one of the first.</summary>
    FollowedBy,

    /// <summary>The person is in the second measure's stock on the day of a record of the first.</summary>
    While,

    /// <summary>The person is in both stocks on the last day.</summary>
    And,
}

/// <summary>The second measure of a figure across two.</summary>
/// <param name="Relation">How the two go together.</param>
/// <param name="Measure">The second measure.</param>
/// <param name="FirstDay">For <see cref="PersonRelation.FollowedBy"/>: fewest days after the first measure's record; 0 is the same day.</param>
/// <param name="LastDay">For <see cref="PersonRelation.FollowedBy"/>: most days after it.</param>
public sealed record PersonLink(PersonRelation Relation, string Measure, int FirstDay = 0, int LastDay = 0)
{
    /// <summary>The days on which records of the second measure matter to those of the first in a period; a stock is what all days before left.</summary>
    /// <param name="from">First day of the period.</param>
    /// <param name="to">Last day of the period.</param>
    public (DateOnly From, DateOnly To) DaysFor(DateOnly from, DateOnly to) =>
        Relation == PersonRelation.FollowedBy ? (Plus(from, FirstDay), Plus(to, LastDay)) : (DateOnly.MinValue, to);

    /// <summary>As a formula writes it, behind the first measure.</summary>
    public override string ToString() => Relation switch
    {
        PersonRelation.FollowedBy => FormattableString.Invariant($" followed_by {Measure} within {FirstDay}..{LastDay}"),
        PersonRelation.While => $" while {Measure}",
        _ => $" and {Measure}",
    };

    static DateOnly Plus(DateOnly day, int days) => DateOnly.MaxValue.DayNumber - day.DayNumber < days ? DateOnly.MaxValue : day.AddDays(days);
}
