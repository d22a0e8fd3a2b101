using AnSinh.ServiceKit.Errors;

namespace AnSinh.BenefitPayments;

/// <summary>Texts that every change carries.</summary>
static class Texts
{
    const int LongestReason = 500;

    /// <summary>The reason, tidy.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>reason.invalid</c>.</exception>
    public static string RequireReason(string sent) => sent.Trim() is { Length: > 0 and <= LongestReason } tidy
        ? tidy
        : throw Refusal.Invalid("reason", "reason.invalid", $"Phải ghi lý do, từ 1 đến {LongestReason} ký tự.");

    /// <summary>A short text that must be there, tidy.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the code.</exception>
    public static string Require(string sent, string field, string code, string nameVi, int longest) =>
        sent.Trim() is { Length: > 0 } tidy && tidy.Length <= longest
            ? tidy
            : throw Refusal.Invalid(field, code, $"{nameVi} phải có từ 1 đến {longest} ký tự.");
}
