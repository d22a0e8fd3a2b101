namespace AnSinh.Reporting.Formulas;

/// <summary>How records become one number.</summary>
public enum AggregationKind
{
    /// <summary>How many records took effect in the period.</summary>
    Count,

    /// <summary>The sum of a field of the records that took effect in the period.</summary>
    Sum,

    /// <summary>How many different persons have a record that took effect in the period; not additive over anything.</summary>
    People,

    /// <summary>The running sum of a field over all records up to the period's last day.</summary>
    Stock,

    /// <summary>How many different persons are in stock on the period's last day: those whose records, with their signs, sum to more than zero.</summary>
    StockPeople,

    /// <summary>How many different persons are in stock at the beginning of the period or at the end of any of its days.</summary>
    PeopleDuring,

    /// <summary>
    /// The figure that somebody keyed in and signed: the latest one whose day is not after the period's last day. The measure is
    /// the indicator's code.
    /// </summary>
    Entered,
}

/// <summary>Which number of a record is added up.</summary>
public enum AggregatedField
{
    /// <summary>The record itself: +1, or −1 when it reverses another.</summary>
    Records,

    /// <summary>The record's quantity.</summary>
    Quantity,

    /// <summary>The record's amount in VND.</summary>
    Amount,
}

/// <summary>
/// One question to the ledger: which records, and how they become a number. Compared by content, so that equal questions of
/// several indicators are asked once.
/// </summary>
public sealed record Aggregation
{
    // Every question is looked up by its text several times; whatever changes a copy makes it anew.
    private string? text;

    /// <summary>How records become a number.</summary>
    public required AggregationKind Kind { get; init => (field, text) = (value, null); }

    /// <summary>The measures, sorted; more than one only for counts of people, meaning persons with a record in any.</summary>
    public required IReadOnlyList<string> Measures { get; init => (field, text) = (value, null); }

    /// <summary>Which number of a record counts; <see cref="AggregatedField.Records"/> for count, people and entered.</summary>
    public AggregatedField Field { get; init => (field, text) = (value, null); } = AggregatedField.Records;

    /// <summary>The second measure of a figure across two; only for <see cref="AggregationKind.People"/> and <see cref="AggregationKind.StockPeople"/>.</summary>
    public PersonLink? Link { get; init => (field, text) = (value, null); }

    /// <summary>Whether the records of all time up to the last day count, not only the period's.</summary>
    public bool LooksBack => Kind is AggregationKind.Stock or AggregationKind.StockPeople or AggregationKind.PeopleDuring or AggregationKind.Entered;

    /// <summary>All of these must hold of a record; of the first measure's where there are two.</summary>
    public IReadOnlyList<DimensionFilter> Filters { get; init => (field, text) = (value, null); } = [];

    /// <summary>The same question over fewer records.</summary>
    /// <param name="filters">Further conditions.</param>
    public Aggregation Where(IEnumerable<DimensionFilter> filters) => this with
    {
        Filters = [.. Filters.Concat(filters).DistinctBy(filter => filter.ToString(), StringComparer.Ordinal).OrderBy(filter => filter.ToString(), StringComparer.Ordinal)],
    };

    /// <summary>The aggregation as a formula writes it; equal questions have equal texts.</summary>
    public override string ToString() => text ??= Text();

    /// <inheritdoc />
    public bool Equals(Aggregation? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private string Text()
    {
        var name = Kind switch
        {
            AggregationKind.Count => "count",
            AggregationKind.Sum => "sum",
            AggregationKind.People => "people",
            AggregationKind.Stock => "stock",
            AggregationKind.StockPeople => "stock_people",
            AggregationKind.PeopleDuring => "people_during",
            _ => "entered",
        };
        var field = Field switch
        {
            AggregatedField.Quantity => ".quantity",
            AggregatedField.Amount => ".amount",
            _ => "",
        };
        var where = Filters.Count == 0 ? "" : " where " + string.Join(" and ", Filters);
        return $"{name}({string.Join(" or ", Measures)}{field}{Link}){where}";
    }
}
