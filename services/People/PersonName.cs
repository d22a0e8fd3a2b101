using System.Text;

namespace AnSinh.People;

/// <summary>Names of people and of firms as they are stored and compared.</summary>
public static class PersonName
{
    /// <summary>A name as it is stored: Unicode NFC, no space around it, one space between its words.</summary>
    public static string Tidy(string name)
    {
        if (!name.IsNormalized(NormalizationForm.FormC))
        {
            name = name.Normalize(NormalizationForm.FormC);
        }

        return IsTidy(name) ? name : string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A name as it is compared: tidy, in capitals. Marks stay, since Lan and Lân are different people.</summary>
    public static string Key(string name) => Tidy(name).ToUpperInvariant();

    static bool IsTidy(string name)
    {
        var space = true;
        foreach (var letter in name)
        {
            var white = char.IsWhiteSpace(letter);
            if (white && (space || letter != ' '))
            {
                return false;
            }

            space = white;
        }

        return name.Length == 0 || !space;
    }
}
