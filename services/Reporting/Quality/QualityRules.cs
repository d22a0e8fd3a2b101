using AnSinh.Reporting.Catalogue;

namespace AnSinh.Reporting.Quality;

/// <summary>The rules with which this build checks: <c>Reporting:QualityRulesFile</c>, or the ones in the assembly.</summary>
public sealed class QualityRules
{
    QualityRules(IReadOnlyList<QualityRule> all) => All = all;

    /// <summary>All rules, by code.</summary>
    public IReadOnlyList<QualityRule> All { get; }

    /// <summary>Reads and checks rules.</summary>
    /// <param name="yaml">The file's text; its form is described in services/Reporting/Quality/README.md.</param>
    /// <param name="catalogue">The indicators that rules may name.</param>
    /// <param name="sourceName">The file's name, for messages.</param>
    /// <exception cref="QualityRulesException">Something is wrong; the exception lists everything that is.</exception>
    public static QualityRules Load(string yaml, IndicatorCatalogue catalogue, string sourceName = "rules.yaml") => Load(yaml, catalogue, sourceName, passOver: false);

    static QualityRules Load(string yaml, IndicatorCatalogue catalogue, string sourceName, bool passOver)
    {
        var errors = new CatalogueErrors();
        var rules = new QualityRuleReader(errors, new CatalogueText(sourceName, yaml), catalogue, passOver).Read();
        return errors.Count == 0
            ? new QualityRules([.. rules.OrderBy(rule => rule.Code, StringComparer.Ordinal)])
            : throw new QualityRulesException(errors.InOrder);
    }

    /// <summary>The rules that the configuration names.</summary>
    internal static QualityRules Load(IConfiguration configuration, IndicatorCatalogue catalogue)
    {
        if (configuration["Reporting:QualityRulesFile"] is { Length: > 0 } path)
        {
            return Load(File.ReadAllText(path), catalogue, Path.GetFileName(path));
        }

        using var stream = typeof(QualityRules).Assembly.GetManifestResourceStream("AnSinh.Reporting.rules.yaml")
            ?? throw new InvalidOperationException("The built-in rules of data quality are not in the assembly.");
        using var reader = new StreamReader(stream);
        // Over another catalogue the built-in rules hold as far as it knows their indicators.
        return Load(reader.ReadToEnd(), catalogue, "rules.yaml", passOver: configuration["Reporting:CatalogueFile"] is { Length: > 0 });
    }
}

/// <summary>Rules of data quality that cannot be used, with everything that is wrong in them.</summary>
/// <param name="errors">All errors, in the order of the file; at least one.</param>
public sealed class QualityRulesException(IReadOnlyList<CatalogueError> errors)
    : Exception($"The rules of data quality have {errors.Count} error(s):{Environment.NewLine}{string.Join(Environment.NewLine, errors)}")
{
    /// <summary>All errors, in the order of the file.</summary>
    public IReadOnlyList<CatalogueError> Errors { get; } = errors;
}
