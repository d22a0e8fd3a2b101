using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.ChildProtection.Incidents;

/// <summary>
/// What makes two reports the same incident: kind, day, commune and the number of the report. Without a number, everything that is said, and
/// an ordinal, since two children may drown in one river on one day.
/// </summary>
static class IncidentKey
{
    /// <summary>Whether the number of the report alone tells the incident from others.</summary>
    public static bool IsNumbered(IncidentDraft draft) => draft.Reference.Length > 0;

    /// <summary>The key.</summary>
    /// <param name="draft">Content.</param>
    /// <param name="ordinal">0 for the first of several that agree in everything.</param>
    public static byte[] Of(IncidentDraft draft, int ordinal)
    {
        var day = StoredFormats.ToNumber(draft.HappenedOn);
        var who = IsNumbered(draft)
            ? $"r:{draft.Reference.ToUpperInvariant()}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"d:{draft.Fatal}|{(int)draft.Place}|{draft.VictimAge ?? -1}|{(int)draft.VictimSex}|{(int)draft.Swimming}|{ordinal}");
        var text = string.Create(CultureInfo.InvariantCulture, $"1\n{(int)draft.Kind}\n{day}\n{draft.AreaCode}\n{who}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }
}
