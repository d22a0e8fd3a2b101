using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.ServiceKit.Areas;

/// <summary>What a commune code must be on a day.</summary>
public static class CommuneRules
{
    /// <summary>Whether a commune bore the code on the day.</summary>
    public static bool IsCommune(AreaDirectory areas, string code, DateOnly on) => areas.Find(code, on) is { Level: AreaLevel.Commune };

    /// <summary>Adds a violation unless a commune bore the code on the day.</summary>
    public static bool Check(AreaDirectory areas, string code, DateOnly on, string field, List<Violation> found)
    {
        if (areas.Find(code, on) is { } unit)
        {
            if (unit.Level == AreaLevel.Commune)
            {
                return true;
            }

            found.Add(new Violation(field, "area.not_commune", $"Mã {code} là {unit.Name}; cần mã 5 chữ số của một xã, phường, thị trấn hoặc đặc khu."));
        }
        else if (code.Length == 0)
        {
            found.Add(new Violation(field, "area.required", "Chưa ghi mã địa bàn; cần mã 5 chữ số của xã, phường, thị trấn hoặc đặc khu."));
        }
        else if (areas.Known(code))
        {
            found.Add(new Violation(field, "area.not_valid_on_date", $"Mã {code} không có hiệu lực vào ngày {VietnamDay.Text(on)}; {Validity(areas, code)}."));
        }
        else
        {
            found.Add(new Violation(field, "area.unknown", $"Không có địa bàn nào mang mã “{(code.Length <= 20 ? code : code[..20] + "…")}”; cần mã 5 chữ số của một xã."));
        }

        return false;
    }

    static string Validity(AreaDirectory areas, string code) => string.Join(", ", areas.History(code).Select(unit =>
        $"{unit.Name}: {(unit.ValidFrom is { } from ? $"từ {VietnamDay.Text(from)}" : "từ trước")} {(unit.ValidTo is { } to ? $"đến {VietnamDay.Text(to)}" : "đến nay")}"));
}
