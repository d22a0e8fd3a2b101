namespace AnSinh.VocationalTraining.Programmes;

/// <summary>How long a programme of a level lasts, from a day on.</summary>
/// <param name="Level">Level.</param>
/// <param name="From">First day on which it holds.</param>
/// <param name="LeastWeeks">Shortest programme in weeks.</param>
/// <param name="MostWeeks">Longest programme in weeks.</param>
/// <param name="LegalBasis">Where it is laid down.</param>
public sealed record LevelTerm(TrainingLevel Level, DateOnly From, int LeastWeeks, int MostWeeks, string LegalBasis)
{
    /// <summary>
    /// The terms of Law 74/2014, Article 33, in weeks: under 3 months; 3 months to under a year; 1 to 2 years; 2 to 3 years, of which 1 to 2
    /// after an intermediate diploma. Law 124/2025 keeps the three levels; where its decree lays down other lengths, rows follow here.
    /// </summary>
    public static IReadOnlyList<LevelTerm> Rows { get; } =
    [
        new(TrainingLevel.UnderThreeMonths, new DateOnly(2015, 7, 1), 1, 12, "Luật 74/2014/QH13, Điều 40"),
        new(TrainingLevel.Elementary, new DateOnly(2015, 7, 1), 13, 51, "Luật 74/2014/QH13, Điều 33 khoản 1"),
        new(TrainingLevel.Intermediate, new DateOnly(2015, 7, 1), 52, 104, "Luật 74/2014/QH13, Điều 33 khoản 1"),
        new(TrainingLevel.College, new DateOnly(2015, 7, 1), 52, 156, "Luật 74/2014/QH13, Điều 33 khoản 1"),
    ];

    /// <summary>The term of a level on a day; before the first row the first row, since programmes of then were brought under it.</summary>
    public static LevelTerm On(TrainingLevel level, DateOnly day) =>
        Rows.LastOrDefault(row => row.Level == level && row.From <= day) ?? Rows.First(row => row.Level == level);
}
