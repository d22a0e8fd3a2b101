namespace AnSinh.Reporting.Catalogue;

/// <summary>One file of a catalogue.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Text">Its YAML; the form is described in services/Reporting/Catalogue/README.md.</param>
public sealed record CatalogueText(string Name, string Text)
{
    /// <summary>Its lines.</summary>
    internal IReadOnlyList<string> Lines { get; } = Text.ReplaceLineEndings("\n").Split('\n');
}
