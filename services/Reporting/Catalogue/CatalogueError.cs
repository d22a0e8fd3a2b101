using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Catalogue;

/// <summary>One thing that is wrong in a catalogue file.</summary>
public sealed record CatalogueError
{
    /// <summary>The file.</summary>
    public required string Source { get; init; }

    /// <summary>Where in the file.</summary>
    public required TextPosition Position { get; init; }

    /// <summary>Stable, such as catalogue.duplicate_code, catalogue.cycle or formula.unknown_measure.</summary>
    public required string Code { get; init; }

    /// <summary>The code of the entry that it is in; empty when the entry has none or the whole file is meant.</summary>
    public string Indicator { get; init; } = "";

    /// <summary>What stands there and why it cannot.</summary>
    public required string Reason { get; init; }

    /// <summary>What is allowed instead.</summary>
    public string Allowed { get; init; } = "";

    /// <summary>The message in the form that editors turn into a link: <c>indicators.yaml(12,14): EMP-01: …</c>.</summary>
    public override string ToString()
    {
        var entry = Indicator.Length == 0 ? "" : Indicator + ": ";
        var allowed = Allowed.Length == 0 ? "" : "; allowed: " + Allowed;
        return FormattableString.Invariant($"{Source}({Position.Line},{Position.Column}): {entry}{Reason}{allowed} [{Code}]");
    }
}

/// <summary>A catalogue that cannot be used, with everything that is wrong in it, so that it can be mended in one go.</summary>
/// <param name="errors">All errors, in the order of the file; at least one.</param>
public sealed class CatalogueException(IReadOnlyList<CatalogueError> errors)
    : Exception($"The indicator catalogue has {errors.Count} error(s):{Environment.NewLine}{string.Join(Environment.NewLine, errors)}")
{
    /// <summary>All errors, in the order of the file.</summary>
    public IReadOnlyList<CatalogueError> Errors { get; } = errors;
}
