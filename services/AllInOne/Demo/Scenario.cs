namespace AnSinh.AllInOne.Demo;

/// <summary>What a province did in a period, as counts of individual records, and what its published report said.</summary>
public sealed record Scenario
{
    /// <summary>Name, such as "ha-tinh-2020-h1".</summary>
    public required string Name { get; init; }

    /// <summary>Title of the published report.</summary>
    public required string Title { get; init; }

    /// <summary>Province code, 2 digits.</summary>
    public required string Province { get; init; }

    /// <summary>Reports over the records: a name (empty when there is only one) and a period as queries write it.</summary>
    public required IReadOnlyList<ScenarioReport> Reports { get; init; }

    /// <summary>Plans.</summary>
    public required IReadOnlyList<ScenarioPlan> Plans { get; init; }

    /// <summary>Groups of records.</summary>
    public required IReadOnlyList<RecordGroup> Records { get; init; }

    /// <summary>Sentences of the published report.</summary>
    public required IReadOnlyList<ExpectedSentence> Expected { get; init; }
}

/// <summary>A report over a scenario's records.</summary>
/// <param name="Name">Name; empty when there is only one.</param>
/// <param name="Period">Period as queries write it, such as "2020-H1".</param>
public sealed record ScenarioReport(string Name, string Period);

/// <summary>A plan of a scenario.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Target">Target as written; empty for a range.</param>
/// <param name="Comparator">"&gt;=", "&lt;=", "&lt;" or "=".</param>
/// <param name="Range">Lower and upper bound as written; null without a range.</param>
public sealed record ScenarioPlan(string Indicator, int Year, string Target, string Comparator, (string Lower, string Upper)? Range);

/// <summary>A group of individual records of one kind.</summary>
public sealed record RecordGroup
{
    /// <summary>Service, such as "employment".</summary>
    public required string Service { get; init; }

    /// <summary>Kind of record, such as "placement".</summary>
    public required string Record { get; init; }

    /// <summary>Individual records; 0 where the group is counted otherwise.</summary>
    public required int Count { get; init; }

    /// <summary>First day of effect.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of effect.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Distinct people; the default is <see cref="Count"/>.</summary>
    public int People { get; init; }

    /// <summary>The exact sum of all amounts in VND; 0 where the group has none.</summary>
    public long TotalVnd { get; init; }

    /// <summary>Day of a survey.</summary>
    public DateOnly? At { get; init; }

    /// <summary>Single values by attribute, such as fund → Quỹ Thiện tâm, digitised → 130000, and the group's own fields, such as programme.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Groups within the group, such as approved and paid of a relief programme: count, total and days of each.</summary>
    public IReadOnlyDictionary<string, RecordGroup> Parts { get; init; } = new Dictionary<string, RecordGroup>();

    /// <summary>First day of effect.</summary>
    /// <exception cref="FormatException">The group has none.</exception>
    public DateOnly FirstDay => From ?? throw new FormatException($"Dòng {Line}: nhóm {Record} cần from và to.");

    /// <summary>Last day of effect.</summary>
    /// <exception cref="FormatException">The group has none.</exception>
    public DateOnly LastDay => To ?? throw new FormatException($"Dòng {Line}: nhóm {Record} cần from và to.");

    /// <summary>An attribute that is a whole number.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <exception cref="FormatException">The group lacks it.</exception>
    public int Whole(string attribute) => Attributes.TryGetValue(attribute, out var text)
        && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var whole)
        ? whole
        : throw new FormatException($"Dòng {Line}: nhóm {Record} cần {attribute}, số nguyên từ 0.");

    /// <summary>Counts by attribute and value, such as channel → loan → 3.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Split { get; init; }

    /// <summary>Line in the scenario file.</summary>
    public required int Line { get; init; }
}

/// <summary>A sentence of a published report.</summary>
/// <param name="Report">Report that printed it; empty when there is only one.</param>
/// <param name="Indicator">What it is about: the code of an indicator, several with a comma.</param>
/// <param name="Formula">The same as a formula that reports can compute.</param>
/// <param name="Exact">The exact figure: a number, or numerator and denominator with a slash.</param>
/// <param name="Printed">What was printed.</param>
public sealed record ExpectedSentence(string Report, string Indicator, string Formula, string Exact, string Printed);
