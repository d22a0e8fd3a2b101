using AnSinh.Employment.Workers;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Employers;

/// <summary>What an employer must look like to be recorded.</summary>
/// <param name="areas">The administrative units.</param>
public sealed class EmployerRules(AreaDirectory areas)
{
    const int LongestName = 200;

    /// <summary>Checks an employer as sent.</summary>
    /// <param name="sent">As sent.</param>
    /// <param name="path">Path of the message in the request, such as <c>employer</c>.</param>
    /// <param name="today">Today.</param>
    /// <param name="alsoOn">Another day on which the commune may have been valid; null for none.</param>
    /// <param name="areaRequired">Whether the commune of the head office must be known.</param>
    /// <param name="found">Where violations are added.</param>
    /// <returns>The employer, or null when violations were added.</returns>
    public EmployerDraft? Check(Wire.Employer sent, string path, DateOnly today, DateOnly? alsoOn, bool areaRequired, List<Violation> found)
    {
        var before = found.Count;
        var name = PersonName.Tidy(sent.DisplayName);
        if (name.Length is 0 or > LongestName)
        {
            found.Add(new Violation(path + ".display_name", "employer.display_name_invalid", $"Tên người sử dụng lao động phải có từ 1 đến {LongestName} ký tự."));
        }

        if (!IsTaxCode(sent.TaxCode))
        {
            found.Add(new Violation(
                path + ".tax_code", "employer.tax_code_malformed", "Mã số thuế phải gồm 10 chữ số, hoặc 10 chữ số, dấu gạch ngang và 3 chữ số; hoặc để trống."));
        }

        if (!CodeRules.IsSector(sent.SectorCode))
        {
            found.Add(new Violation(
                path + ".sector_code", "employer.sector_code_malformed", "Mã ngành (VSIC 2018) phải là một chữ cái A–U hoặc 1 đến 5 chữ số; hoặc để trống."));
        }

        if (sent.Size < 0)
        {
            found.Add(new Violation(path + ".size", "employer.size_invalid", "Số lao động phải từ 0 trở lên."));
        }

        var areaOn = alsoOn is { } day && CommuneRules.IsCommune(areas, sent.AreaCode, day) ? day : today;
        if (sent.AreaCode.Length > 0 || areaRequired)
        {
            CommuneRules.Check(areas, sent.AreaCode, areaOn, path + ".area_code", found);
        }

        return found.Count > before ? null : new EmployerDraft
        {
            IdentityKey = EmployerKey.Of(sent.TaxCode, name, sent.AreaCode),
            DisplayName = name,
            TaxCode = sent.TaxCode,
            SectorCode = sent.SectorCode,
            Size = sent.Size == 0 ? null : sent.Size,
            AreaCode = sent.AreaCode,
            AreaOn = areaOn,
        };
    }

    /// <summary>Whether a text is a tax code (Circular 105/2020/TT-BTC, Article 5): 10 digits, or 10-3 for a branch; or empty.</summary>
    public static bool IsTaxCode(ReadOnlySpan<char> text) => text.Length switch
    {
        0 => true,
        10 => CodeRules.IsDigits(text),
        14 => CodeRules.IsDigits(text[..10]) && text[10] == '-' && CodeRules.IsDigits(text[11..]),
        _ => false,
    };
}
