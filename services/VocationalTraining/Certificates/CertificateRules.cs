using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Certificates;

/// <summary>What a certificate must look like to be issued.</summary>
public static class CertificateRules
{
    /// <summary>Longest register number.</summary>
    public const int LongestNumber = 30;

    /// <summary>Longest number of a decision.</summary>
    public const int LongestDecision = 50;

    /// <summary>Whether a text is a register number: 1 to 30 capital letters, digits, hyphens, slashes.</summary>
    public static bool IsNumber(string text) =>
        text.Length is > 0 and <= LongestNumber && text.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter is '-' or '/');

    /// <summary>The violation of a text that is no register number.</summary>
    public static Violation Malformed(string field) => new(
        field, "certificate.number_malformed", $"Số hiệu phải gồm 1 đến {LongestNumber} chữ hoa không dấu, chữ số, dấu gạch ngang hoặc gạch chéo.");

    /// <summary>Checks what a request says of a new certificate.</summary>
    /// <param name="sent">As sent.</param>
    /// <param name="path">Path of the message in the request, with a point behind it.</param>
    /// <param name="earliest">First day on which it may be issued: that of the completion, or of the certificate replaced.</param>
    /// <param name="today">Today.</param>
    /// <returns>The day of issue.</returns>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields.</exception>
    public static DateOnly Require(Wire.Certificate sent, string path, DateOnly earliest, DateOnly today)
    {
        var found = new List<Violation>();
        if (!IsNumber(sent.Number))
        {
            found.Add(Malformed(path + "number"));
        }

        if (sent.BookNumber.Length > LongestNumber)
        {
            found.Add(new Violation(path + "book_number", "certificate.book_number_too_long", $"Số vào sổ không được quá {LongestNumber} ký tự."));
        }

        if (sent.Decision.Trim().Length is 0 or > LongestDecision)
        {
            found.Add(new Violation(path + "decision", "certificate.decision_required", $"Phải ghi số quyết định, từ 1 đến {LongestDecision} ký tự."));
        }

        var day = WireDate.ToDay(sent.IssuedOn, path + "issued_on", found);
        if (day is not { } on || on < earliest || on > today)
        {
            found.Add(new Violation(
                path + "issued_on", "certificate.issued_on_out_of_range", $"Ngày cấp phải từ {VietnamDay.Text(earliest)} đến hôm nay {VietnamDay.Text(today)}."));
        }

        return found.Count == 0 ? day!.Value : throw Refusal.Invalid(found);
    }
}
