using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.AllInOne.Demo;

/// <summary>The exact figures behind published sentences, asked of the platform by a template of one line each.</summary>
/// <param name="clients">The APIs.</param>
public sealed class ExactFigures(DemoClients clients)
{
    /// <summary>Reads the figures.</summary>
    /// <param name="expected">The sentences.</param>
    /// <param name="period">Period as queries write it.</param>
    /// <param name="areaCode">Area.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>One figure a sentence, written as the scenario writes it: <c>120/195</c>, <c>65.45</c>.</returns>
    public async Task<IReadOnlyList<string>> ReadAsync(
        IReadOnlyList<ExpectedSentence> expected, string period, string areaCode, CancellationToken cancellationToken)
    {
        if (expected.Count == 0)
        {
            return [];
        }

        var request = new RenderReportRequest
        {
            Period = period,
            AreaCode = areaCode,
            TemplateText = string.Join("\n\n", expected.Select(Placeholder)),
        };
        var rendered = await clients.Reports.RenderReportAsync(request, cancellationToken: cancellationToken);
        return [.. rendered.Markdown.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Plain)];
    }

    static string Placeholder(ExpectedSentence sentence) => sentence.Exact.Contains('/', StringComparison.Ordinal)
        ? $"{{{{{sentence.Indicator} | fraction}}}}"
        : $"{{{{= {sentence.Formula} | number | exact}}}}";

    // From Vietnamese digits (1.322,5) to those of data (1322.5).
    static string Plain(string printed) => printed.Trim().Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
}
