using AnSinh.ServiceKit.Errors;

namespace AnSinh.Employment.Workers;

/// <summary>The shape of codes whose lists are kept elsewhere.</summary>
static class CodeRules
{
    /// <summary>Occupation (VSCO 2020): 1 to 5 digits, or empty.</summary>
    public static void CheckOccupation(string code, string path, string violation, List<Violation> found)
    {
        if (code.Length > 5 || !IsDigits(code))
        {
            found.Add(new Violation(path + ".occupation_code", violation, "Mã nghề (VSCO 2020) phải gồm 1 đến 5 chữ số, hoặc để trống."));
        }
    }

    /// <summary>Industry (VSIC 2018): a letter A to U, or 1 to 5 digits, or empty.</summary>
    public static bool IsSector(string code) => code.Length == 1 && code[0] is >= 'A' and <= 'U' || code.Length <= 5 && IsDigits(code);

    /// <summary>Country or territory (ISO 3166-1 alpha-2): two capital letters.</summary>
    public static bool IsCountry(string code) => code.Length == 2 && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]);

    /// <summary>Whether a text is digits only; the empty one is.</summary>
    public static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
