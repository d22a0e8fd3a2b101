using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;

namespace AnSinh.ChildProtection.Cases;

/// <summary>The confidential texts of cases: checked, encrypted, read back.</summary>
/// <param name="cipher">Encrypts.</param>
sealed class CaseTexts(FieldCipher cipher)
{
    /// <summary>Longest note or reason.</summary>
    public const int LongestNote = 500;

    /// <summary>Longest account of a report.</summary>
    public const int LongestAccount = 1_000;

    /// <summary>A text that must be there, encrypted.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>case.text_invalid</c>.</exception>
    public byte[] Require(string text, string field, int longest = LongestNote) => text.Trim() is { Length: > 0 } tidy && tidy.Length <= longest
        ? cipher.Encrypt(tidy)
        : throw Refusal.Invalid(field, "case.text_invalid", $"Phải ghi nội dung, từ 1 đến {longest} ký tự.");

    /// <summary>A text that may be missing, encrypted; null when it is.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>case.text_invalid</c>.</exception>
    public byte[]? Optional(string text, string field) => text.Trim().Length == 0 ? null : Require(text, field);

    /// <summary>Reads a text; empty for none.</summary>
    public string Read(byte[]? sealedText) => sealedText is null ? "" : cipher.Decrypt(sealedText);
}
