using AnSinh.Reporting.Formulas;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AnSinh.Reporting.Catalogue;

/// <summary>Collects what is wrong while a catalogue is read.</summary>
internal sealed class CatalogueErrors
{
    private readonly List<CatalogueError> errors = [];

    public int Count => errors.Count;

    /// <summary>What is wrong, in the order of the files.</summary>
    public IReadOnlyList<CatalogueError> InOrder =>
        [.. errors.OrderBy(error => error.Source, StringComparer.Ordinal).ThenBy(error => error.Position.Line).ThenBy(error => error.Position.Column)];

    /// <summary>The name of the file being read.</summary>
    public string Source { get; set; } = "";

    /// <summary>The code of the entry being read.</summary>
    public string Indicator { get; set; } = "";

    /// <summary>Goes on with an entry.</summary>
    public void Enter(IndicatorEntry entry) => (Source, Indicator) = (entry.File.Name, entry.Code);

    public void Add(TextPosition position, string code, string reason, string allowed) => errors.Add(new CatalogueError
    {
        Source = Source,
        Position = position,
        Code = code,
        Indicator = Indicator,
        Reason = reason,
        Allowed = allowed,
    });

    public void Add(YamlNode node, string code, string reason, string allowed) => Add(PositionOf(node.Start), code, reason, allowed);

    public static TextPosition PositionOf(Mark mark) => new((int)mark.Line, (int)mark.Column);

    public void ThrowIfAny()
    {
        if (errors.Count > 0)
        {
            throw new CatalogueException(InOrder);
        }
    }
}
