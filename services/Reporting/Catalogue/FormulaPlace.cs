using AnSinh.Reporting.Formulas;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AnSinh.Reporting.Catalogue;

/// <summary>Turns a place in a formula into the place in the YAML file that the formula is written in.</summary>
internal static class FormulaPlace
{
    public static TextPosition InFile(YamlScalarNode scalar, TextPosition inFormula, IReadOnlyList<string> fileLines)
    {
        var start = CatalogueErrors.PositionOf(scalar.Start);
        switch (scalar.Style)
        {
            case ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted when inFormula.Line == 1:
                return start with { Column = start.Column + inFormula.Column };
            case ScalarStyle.Plain when inFormula.Line == 1:
                return start with { Column = start.Column + inFormula.Column - 1 };
            case ScalarStyle.Literal when start.Line + inFormula.Line <= fileLines.Count:
                // The block begins on the line after "|", indented by what YAML removed.
                var firstLine = fileLines[start.Line];
                var indent = firstLine.Length - firstLine.TrimStart(' ').Length;
                return new TextPosition(start.Line + inFormula.Line, indent + inFormula.Column);
            default:
                return start;
        }
    }
}
