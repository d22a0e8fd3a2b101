using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.Reburials;

/// <summary>What a reburial must look like.</summary>
/// <param name="areas">The administrative units.</param>
public sealed class ReburialRules(AreaDirectory areas)
{
    /// <summary>Longest name of a martyr or cemetery.</summary>
    public const int LongestName = 100;

    /// <summary>Longest place of a grave.</summary>
    public const int LongestGrave = 60;

    /// <summary>Checks a reburial as sent; adds <c>reburial.*</c>, <c>area.*</c>, <c>date.invalid</c>.</summary>
    /// <returns>Its day, or null when violations were added.</returns>
    public DateOnly? Check(Wire.Reburial sent, DateOnly today, List<Violation> found)
    {
        CheckMartyr(sent, found);
        if (!Enum.IsDefined((FoundIn)sent.FoundIn))
        {
            found.Add(new Violation("reburial.found_in", "reburial.found_in_required", "Phải ghi nơi tìm thấy hài cốt: trong nước, Lào, Campuchia hoặc nước khác."));
        }

        if (sent.Cemetery.Trim().Length is 0 or > LongestName)
        {
            found.Add(new Violation("reburial.cemetery", "reburial.cemetery_invalid", $"Tên nghĩa trang phải có từ 1 đến {LongestName} ký tự."));
        }

        if (sent.Grave.Trim().Length > LongestGrave)
        {
            found.Add(new Violation("reburial.grave", "reburial.grave_too_long", $"Vị trí mộ không được quá {LongestGrave} ký tự."));
        }

        var day = WireDate.ToDay(sent.ReburiedOn, "reburial.reburied_on", found);
        if (sent.ReburiedOn is null)
        {
            found.Add(new Violation("reburial.reburied_on", "reburial.day_required", "Phải ghi ngày an táng."));
        }
        else if (day > today)
        {
            found.Add(new Violation("reburial.reburied_on", "reburial.day_in_future", $"Ngày an táng không được sau hôm nay {VietnamDay.Text(today)}."));
        }
        else if (day is { } known)
        {
            CommuneRules.Check(areas, sent.AreaCode, known, "reburial.area_code", found);
        }

        return found.Count == 0 ? day : null;
    }

    static void CheckMartyr(Wire.Reburial sent, List<Violation> found)
    {
        var identification = (Identification)sent.Identification;
        var name = sent.MartyrName.Trim();
        if (!Enum.IsDefined(identification))
        {
            found.Add(new Violation("reburial.identification", "reburial.identification_required", "Phải ghi liệt sĩ đã xác định, xác định một phần hay chưa xác định thông tin."));
        }
        else if (name.Length > LongestName || (identification == Identification.Named && name.Length == 0))
        {
            found.Add(new Violation("reburial.martyr_name", "reburial.martyr_name_invalid", $"Liệt sĩ đã xác định thông tin phải có họ tên, từ 1 đến {LongestName} ký tự."));
        }
        else if (identification == Identification.Unknown && name.Length > 0)
        {
            found.Add(new Violation("reburial.martyr_name", "reburial.martyr_name_not_allowed", "Liệt sĩ chưa xác định thông tin thì không ghi họ tên."));
        }
    }
}
