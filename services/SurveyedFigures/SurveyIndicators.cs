namespace AnSinh.SurveyedFigures;

/// <summary>An indicator whose figures come from surveys, and the values that it can have.</summary>
/// <param name="Code">Code of the catalogue, such as <c>VOC-06</c>.</param>
/// <param name="Least">Smallest value, in the indicator's unit.</param>
/// <param name="Most">Largest value.</param>
public sealed record SurveyIndicator(string Code, decimal Least, decimal Most)
{
    /// <summary>An indicator in percent: 0 to 100.</summary>
    public static SurveyIndicator Percent(string code) => new(code, 0, 100);
}

/// <summary>The indicators that a service takes figures of.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="all">The indicators.</param>
public sealed class SurveyIndicators<TDb>(IReadOnlyList<SurveyIndicator> all)
{
    /// <summary>The indicators.</summary>
    public IReadOnlyList<SurveyIndicator> All { get; } = all;

    /// <summary>The indicator with a code; null when the service takes no figures of it.</summary>
    public SurveyIndicator? Find(string code) => All.FirstOrDefault(one => one.Code == code);
}
