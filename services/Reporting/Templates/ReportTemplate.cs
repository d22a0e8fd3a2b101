using AnSinh.Reporting.Catalogue;

namespace AnSinh.Reporting.Templates;

/// <summary>A report as people write it: Markdown with placeholders, checked against a catalogue. The language: README.md beside this file.</summary>
public sealed class ReportTemplate
{
    /// <summary>The longest template, in characters.</summary>
    public const int LongestText = 500_000;

    private const string Prefix = "AnSinh.Reporting.";

    private ReportTemplate(string name, string text, TemplateParser parser, IReadOnlyList<TemplateBlock> blocks)
    {
        Name = name;
        Text = text;
        Texts = [.. parser.Texts];
        PartsTemplate = parser.Parts;
        Blocks = blocks;
    }

    /// <summary>The half-year report on employment that comes with the service.</summary>
    public static string EmploymentHalfYear => "employment-half-year.md";

    /// <summary>Every template that comes with the service, by name.</summary>
    public static IReadOnlyList<string> BuiltInNames { get; } = [.. typeof(ReportTemplate).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".md", StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal)];

    /// <summary>The template's name, as in messages.</summary>
    public string Name { get; }

    /// <summary>The template as it was written.</summary>
    public string Text { get; }

    /// <summary>The narrative parts that people write for each report.</summary>
    public IReadOnlyList<TemplateText> Texts { get; }

    /// <summary>The template of the reports of the units directly below, which this one is put together from; empty for the same template, null where there are none.</summary>
    public string? PartsTemplate { get; }

    /// <summary>The codes of the indicators whose plan the report prints or decides by.</summary>
    public IReadOnlyList<string> PlannedIndicators =>
    [
        .. Figures.Where(figure => figure.Style.IsPlan).Select(figure => figure.Indicator!.Code)
            .Concat(Blocks.OfType<ConditionBlock>().Select(block => block.Condition.Indicator)).Distinct(StringComparer.Ordinal),
    ];

    internal IReadOnlyList<TemplateBlock> Blocks { get; }

    internal IEnumerable<FigurePiece> Figures => Blocks.SelectMany(block => block switch
    {
        LineBlock line => line.Figures,
        TableBlock table => table.Lines.SelectMany(line => line.Figures),
        ConditionBlock condition => condition.Lines.SelectMany(line => line.Figures),
        _ => [],
    });

    /// <summary>Reads and checks a template.</summary>
    /// <param name="text">The template.</param>
    /// <param name="catalogue">The indicators that it may name.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="TemplateException">Something is wrong; the exception lists everything that is.</exception>
    public static ReportTemplate Parse(string text, IndicatorCatalogue catalogue, string name)
    {
        var parser = new TemplateParser(catalogue, name);
        return new ReportTemplate(name, text, parser, parser.Parse(text));
    }

    /// <summary>Reads a template that comes with the service.</summary>
    /// <param name="name">Its file name, such as <see cref="EmploymentHalfYear"/>.</param>
    /// <param name="catalogue">The indicators that it may name.</param>
    /// <exception cref="ArgumentException">There is no such template.</exception>
    public static ReportTemplate BuiltIn(string name, IndicatorCatalogue catalogue)
    {
        using var stream = typeof(ReportTemplate).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new ArgumentException($"There is no built-in template \"{name}\".", nameof(name));
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), catalogue, name);
    }
}
