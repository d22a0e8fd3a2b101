using System.Text;

namespace AnSinh.VocationalTraining;

/// <summary>Codes and texts of the training service.</summary>
public static class TrainingCodes
{
    /// <summary>Longest code of an institution or programme.</summary>
    public const int Longest = 20;

    /// <summary>Whether a text is a code: 1 to 20 capital letters, digits and hyphens.</summary>
    public static bool IsCode(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Longest)
        {
            return false;
        }

        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterUpper(letter) && !char.IsAsciiDigit(letter) && letter != '-')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A text as it is stored: Unicode NFC, no space around it, one space between its words.</summary>
    public static string Tidy(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A short form of a text for a message.</summary>
    public static string Shown(string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}
