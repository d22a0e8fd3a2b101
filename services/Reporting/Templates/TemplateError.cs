using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Templates;

/// <summary>One thing that is wrong in a template.</summary>
/// <param name="Source">The template's name.</param>
/// <param name="Position">Where in its text.</param>
/// <param name="Code">Stable, such as template.unknown_placeholder, template.unknown_filter or formula.unknown_indicator.</param>
/// <param name="Found">What stands there and why it cannot.</param>
/// <param name="Allowed">What is allowed instead.</param>
public sealed record TemplateError(string Source, TextPosition Position, string Code, string Found, string Allowed)
{
    /// <summary>The message in the form that editors turn into a link.</summary>
    public override string ToString()
    {
        var allowed = Allowed.Length == 0 ? "" : "; allowed: " + Allowed;
        return FormattableString.Invariant($"{Source}({Position.Line},{Position.Column}): {Found}{allowed} [{Code}]");
    }
}

/// <summary>A template that cannot be used, with everything that is wrong in it.</summary>
/// <param name="errors">All errors in the order of the text; at least one.</param>
public sealed class TemplateException(IReadOnlyList<TemplateError> errors)
    : Exception($"The report template has {errors.Count} error(s):{Environment.NewLine}{string.Join(Environment.NewLine, errors)}")
{
    /// <summary>All errors in the order of the text.</summary>
    public IReadOnlyList<TemplateError> Errors { get; } = errors;
}
