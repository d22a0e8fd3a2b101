namespace AnSinh.Reporting.Documents;

/// <summary>Texts for XML, which has no place for control characters; names come from data.</summary>
static class XmlText
{
    public static string Printable(string text) => text.Any(char.IsControl) ? string.Concat(text.Where(letter => !char.IsControl(letter))) : text;
}
