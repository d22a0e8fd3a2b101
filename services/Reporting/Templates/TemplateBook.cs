using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.Reporting.Templates;

/// <summary>
/// The templates that reports are made by: those that come with the service, and over them the *.md files of
/// <c>Reporting:TemplateDirectory</c>, which are checked when the process starts. Of those that come with the service, the ones that name what
/// another catalogue does not have are left out.
/// </summary>
sealed class TemplateBook
{
    const string Extension = ".md";

    readonly SortedDictionary<string, ReportTemplate> byName = new(StringComparer.Ordinal);

    TemplateBook(IEnumerable<ReportTemplate> templates)
    {
        foreach (var template in templates)
        {
            byName[template.Name[..^Extension.Length]] = template;
        }

        var errors = byName.Values.Where(template => template.PartsTemplate is { Length: > 0 } parts && !byName.ContainsKey(parts)).Select(template => new TemplateError(
            template.Name, TextPosition.Start, "template.unknown", $"there is no template \"{template.PartsTemplate}\" for the parts", string.Join(", ", byName.Keys))).ToList();
        if (errors.Count > 0)
        {
            throw new TemplateException(errors);
        }
    }

    /// <summary>Names without extension, sorted.</summary>
    public IReadOnlyCollection<string> Names => byName.Keys;

    /// <summary>Reads and checks all templates.</summary>
    /// <exception cref="TemplateException">A template is wrong; the exception says where and why.</exception>
    public static TemplateBook Load(IConfiguration configuration, IndicatorCatalogue catalogue) => new(
        ReportTemplate.BuiltInNames.Select(name => BuiltIn(name, catalogue)).OfType<ReportTemplate>().Concat(
            configuration["Reporting:TemplateDirectory"] is { Length: > 0 } directory
                ? Directory.GetFiles(directory, "*" + Extension).Order(StringComparer.Ordinal)
                    .Select(file => ReportTemplate.Parse(File.ReadAllText(file), catalogue, Path.GetFileName(file)))
                : []));

    static ReportTemplate? BuiltIn(string name, IndicatorCatalogue catalogue)
    {
        try
        {
            return ReportTemplate.BuiltIn(name, catalogue);
        }
        catch (TemplateException)
        {
            return null;
        }
    }

    /// <summary>Whether there is such a template.</summary>
    public bool Has(string name) => byName.ContainsKey(name);

    /// <summary>The template of a name.</summary>
    /// <exception cref="Refusal">NOT_FOUND <c>template.unknown</c>.</exception>
    public ReportTemplate Find(string name) => byName.GetValueOrDefault(name)
        ?? throw Refusal.NotFound("template.unknown", $"Không có mẫu báo cáo “{(name.Length <= 60 ? name : name[..60] + "…")}”; hiện có: {string.Join(", ", Names)}.");
}
