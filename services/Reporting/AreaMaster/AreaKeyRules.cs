using System.Text.RegularExpressions;
using AnSinh.Reporting.Numbers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.AreaMaster;

/// <summary>What a key must be.</summary>
/// <param name="areas">All units and successions.</param>
public sealed partial class AreaKeyRules(AreaDirectory areas)
{
    /// <summary>Most shares in one key: five times those of the country's partial mergers of 2025-07-01.</summary>
    public const int MostShares = 5_000;

    /// <summary>Everything that is wrong with a key.</summary>
    public IReadOnlyList<Violation> Check(Wire.ImportAreaKeyRequest request)
    {
        var found = new List<Violation>();
        if (!Name().IsMatch(request.Name))
        {
            found.Add(new("name", "area_key.name_malformed", $"Tên khóa gồm 1–{AreaKeyVersion.LongestName} chữ thường không dấu, chữ số và dấu gạch nối."));
        }

        if (request.LegalBasis.Trim().Length is 0 or > 200)
        {
            found.Add(new("legal_basis", "area_key.legal_basis_missing", "Phải ghi căn cứ pháp lý của khóa, không quá 200 ký tự."));
        }

        if (request.Shares.Count is 0 or > MostShares)
        {
            found.Add(new("shares", "area_key.share_count", $"Khóa có {request.Shares.Count} dòng; cho phép từ 1 đến {MostShares}."));
            return found;
        }

        for (var index = 0; index < request.Shares.Count; index++)
        {
            CheckShare(request.Shares[index], $"shares[{index}]", found);
        }

        if (found.Count == 0)
        {
            CheckSums(request, found);
        }

        return found;
    }

    void CheckShare(Wire.AreaShare share, string field, List<Violation> found)
    {
        if (share.EffectiveOn is null)
        {
            found.Add(new($"{field}.effective_on", "date.missing", "Chưa ghi ngày có hiệu lực của việc chia tách."));
            return;
        }

        if (share.Numerator < 0 || share.Denominator < 1)
        {
            found.Add(new(field, "area_key.share_malformed", $"Tỷ lệ {share.Numerator}/{share.Denominator} không đúng: tử số từ 0, mẫu số từ 1."));
        }

        if (WireDate.ToDay(share.EffectiveOn, $"{field}.effective_on", found) is { } day
            && !areas.Successions.Any(one => one.OldCode == share.OldCode && one.NewCode == share.NewCode && one.EffectiveOn == day))
        {
            found.Add(new(field, "area_key.not_a_successor", $"Không có việc chia tách, sáp nhập từ “{share.OldCode}” vào “{share.NewCode}” ngày {VietnamDay.Text(day)}."));
        }
    }

    static void CheckSums(Wire.ImportAreaKeyRequest request, List<Violation> found)
    {
        var shares = request.Shares.Select((share, index) => (share, index)).ToList();
        foreach (var twice in shares.GroupBy(one => (one.share.OldCode, one.share.NewCode, one.share.EffectiveOn)).Where(group => group.Count() > 1))
        {
            found.Add(new($"shares[{twice.Last().index}]", "area_key.share_twice", $"“{twice.Key.OldCode}” vào “{twice.Key.NewCode}” có hai dòng; chỉ được một."));
        }

        foreach (var unit in shares.GroupBy(one => (one.share.OldCode, one.share.EffectiveOn)))
        {
            var sum = unit.Aggregate(Rational.Zero, (total, one) => total + new Rational(one.share.Numerator, one.share.Denominator));
            if (sum != Rational.One)
            {
                found.Add(new($"shares[{unit.First().index}]", "area_key.sum_not_one", $"Các tỷ lệ của “{unit.Key.OldCode}” cộng lại là {sum}; phải đúng bằng 1."));
            }
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
