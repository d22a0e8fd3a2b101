using AnSinh.ChildProtection.Ages;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Incidents;

/// <summary>What an incident must look like to be recorded.</summary>
/// <param name="areas">The administrative units.</param>
sealed class IncidentRules(AreaDirectory areas)
{
    const int LongestReference = 50;

    /// <summary>Checks an incident as sent.</summary>
    /// <returns>The incident, or null when violations were added.</returns>
    public IncidentDraft? Check(Wire.Incident sent, DateOnly today, List<Violation> found)
    {
        var before = found.Count;
        Require(
            sent.Kind != 0 && Enum.IsDefined(sent.Kind), "kind", "incident.kind_required", "Phải chọn loại: đuối nước, tai nạn giao thông hoặc tai nạn khác.",
            found);
        Require(sent.Place != 0 && Enum.IsDefined(sent.Place), "place", "incident.place_required", "Phải chọn nơi xảy ra.", found);
        Require(Enum.IsDefined(sent.Swimming), "swimming", "incident.swimming_invalid", "Biết bơi: có, không hoặc để trống.", found);
        Require(Enum.IsDefined(sent.VictimSex), "victim_sex", "incident.victim_sex_invalid", "Giới tính không đúng; cho phép: nam, nữ hoặc để trống.", found);
        var reference = sent.Reference.Trim();
        Require(
            reference.Length <= LongestReference && !reference.Contains('\n', StringComparison.Ordinal), "reference", "incident.reference_invalid",
            $"Số báo cáo tối đa {LongestReference} ký tự, trên một dòng.", found);
        var day = CheckDay(sent, today, found);
        if (day is { } on)
        {
            CommuneRules.Check(areas, sent.AreaCode, on, "incident.area_code", found);
            CheckAge(sent, on, found);
        }

        return found.Count > before ? null : new IncidentDraft
        {
            Kind = (IncidentKind)sent.Kind,
            HappenedOn = day!.Value,
            AreaCode = sent.AreaCode,
            Fatal = sent.Fatal,
            Place = (IncidentPlace)sent.Place,
            VictimAge = sent.HasVictimAge ? sent.VictimAge : null,
            VictimSex = (Sex)sent.VictimSex,
            Swimming = (SwimmingSkill)sent.Swimming,
            Reference = reference,
        };
    }

    static DateOnly? CheckDay(Wire.Incident sent, DateOnly today, List<Violation> found)
    {
        var before = found.Count;
        var day = WireDate.ToDay(sent.HappenedOn, "incident.happened_on", found);
        if (found.Count > before)
        {
            return null;
        }

        Require(day is not null, "happened_on", "incident.happened_on_required", "Phải ghi ngày xảy ra.", found);
        Require(
            day is null || day <= today, "happened_on", "incident.happened_on_in_future", $"Ngày xảy ra không được sau hôm nay ({VietnamDay.Text(today)}).",
            found);
        return found.Count > before ? null : day;
    }

    static void CheckAge(Wire.Incident sent, DateOnly day, List<Violation> found)
    {
        if (ChildAge.On(day) is not { } row)
        {
            found.Add(new Violation("incident.happened_on", "child.no_age_rule", "Không có quy định tuổi trẻ em cho ngày này; sớm nhất là 01/01/2005."));
        }
        else if (sent.HasVictimAge && (sent.VictimAge < 0 || sent.VictimAge >= row.Below))
        {
            found.Add(new Violation("incident.victim_age", "incident.victim_not_child", $"Tuổi phải từ 0 đến dưới {row.Below} ({row.LegalBasis})."));
        }
    }

    static void Require(bool good, string field, string code, string message, List<Violation> found)
    {
        if (!good)
        {
            found.Add(new Violation("incident." + field, code, message));
        }
    }
}
