using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Formulas;

/// <summary>
/// Answers aggregations over records: the ledger's cells in the service, plain records in memory in the tests that check it.
/// </summary>
public interface IFigureSource
{
    /// <summary>Answers all questions from one consistent state of the records.</summary>
    /// <param name="requests">The questions, each once.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>One answer per question, in their order.</returns>
    Task<IReadOnlyList<AggregationAnswer>> AnswerAsync(IReadOnlyList<AggregationRequest> requests, CancellationToken cancellationToken);
}

/// <summary>The area whose records count, everything below it included.</summary>
/// <param name="Code">The code of the administrative unit.</param>
public sealed record AreaScope(string Code)
{
    /// <summary>
    /// When set, only the days count on which the unit lay directly below a unit that bore this code: a row of a breakdown by area,
    /// which must not take in what another unit with the same code did in other years.
    /// </summary>
    public string? Below { get; init; }

    /// <summary>
    /// When set, only the records of that very unit count which bears the code from this day on (<see cref="DateOnly.MinValue"/> where its
    /// first day is not known), without the units below it: a unit that is kept apart when areas are restated.
    /// </summary>
    public DateOnly? AloneSince { get; init; }
}

/// <summary>One question.</summary>
public sealed record AggregationRequest
{
    /// <summary>Which records and how they become a number.</summary>
    public required Aggregation Aggregation { get; init; }

    /// <summary>The first day of effect; <see cref="DateOnly.MinValue"/> for stocks and entered figures, which look back without end.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day of effect, included.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The area.</summary>
    public required AreaScope Area { get; init; }

    /// <summary>Through whose eyes: as known when, in the units of which day.</summary>
    public FigureView View { get; init; } = FigureView.Current;

    /// <summary>The dimensions to break down by; empty for the total alone.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];
}

/// <summary>The answer to one question.</summary>
public sealed record AggregationAnswer
{
    /// <summary>The total, when no breakdown was asked for; null only for an entered figure that nobody has entered.</summary>
    public Rational? Value { get; init; }

    /// <summary>The members, when a breakdown was asked for; members without records may be left out.</summary>
    public IReadOnlyList<AggregationMember> Members { get; init; } = [];

    /// <summary>A total.</summary>
    /// <param name="value">The total.</param>
    public static AggregationAnswer Of(Rational? value) => new() { Value = value };

    /// <summary>This answer with a share of another to the same question added, member by member.</summary>
    /// <param name="other">The other answer.</param>
    /// <param name="share">How much of it counts.</param>
    public AggregationAnswer Plus(AggregationAnswer other, Rational share) => new()
    {
        Value = Value + (other.Value * share),
        Members =
        [
            .. Members.Concat(other.Members.Select(member => member with { Value = member.Value * share }))
                .GroupBy(member => string.Join('\u001f', member.Key), StringComparer.Ordinal)
                .Select(same => same.Aggregate((sum, member) => sum with { Value = sum.Value + member.Value })),
        ],
    };
}

/// <summary>One row of a breakdown.</summary>
/// <param name="Key">The values, one per dimension asked for, in that order; empty for records without a value.</param>
/// <param name="Value">The number.</param>
public sealed record AggregationMember(IReadOnlyList<string> Key, Rational Value);
