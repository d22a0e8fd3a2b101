using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.VocationalTraining.Enrolments;

/// <summary>What an enrolment says, checked.</summary>
/// <param name="Trainee">The trainee.</param>
/// <param name="EnrolledOn">Day of enrolment.</param>
/// <param name="AreaCode">Commune of residence on that day.</param>
/// <param name="RuralSubsidy">Whether the rural-worker subsidy pays for it.</param>
public sealed record EnrolmentDraft(PersonDraft Trainee, DateOnly EnrolledOn, string AreaCode, bool RuralSubsidy);

/// <summary>What an enrolment must look like to be recorded.</summary>
/// <param name="areas">The administrative units.</param>
/// <param name="people">What a person must look like.</param>
public sealed class EnrolmentRules(AreaDirectory areas, PersonRules people)
{
    static readonly DateOnly Earliest = new(1945, 9, 2);

    /// <summary>Checks what a request or row says of an enrolment.</summary>
    /// <param name="trainee">The trainee as sent; null when missing.</param>
    /// <param name="enrolledOn">Day of enrolment as sent.</param>
    /// <param name="areaCode">Commune as sent.</param>
    /// <param name="ruralSubsidy">Whether the subsidy pays.</param>
    /// <param name="path">Path of the message with a point behind it, or empty.</param>
    /// <param name="today">Today.</param>
    /// <param name="found">Where violations are added.</param>
    /// <returns>The content, or null when violations were added.</returns>
    public EnrolmentDraft? Check(
        Contracts.Common.V1.Person? trainee, Google.Type.Date? enrolledOn, string areaCode, bool ruralSubsidy, string path, DateOnly today, List<Violation> found)
    {
        var before = found.Count;
        var field = path + "enrolled_on";
        var day = WireDate.ToDay(enrolledOn, field, found);
        if (enrolledOn is null)
        {
            found.Add(new Violation(field, "enrolment.enrolled_on_required", "Phải ghi ngày nhập học."));
        }
        else if (day > today || day < Earliest)
        {
            found.Add(new Violation(
                field, "enrolment.enrolled_on_out_of_range", $"Ngày nhập học phải từ {VietnamDay.Text(Earliest)} đến hôm nay {VietnamDay.Text(today)}."));
        }

        if (day is { } on)
        {
            CommuneRules.Check(areas, areaCode, on, path + "area_code", found);
        }

        var person = people.Check(Resident(trainee, areaCode), path + "trainee", today, day, found);
        if (person?.Birth is { } birth && day < birth.Earliest)
        {
            found.Add(new Violation(field, "enrolment.before_birth", "Ngày nhập học sớm hơn ngày sinh của người học."));
        }

        return found.Count > before ? null : new EnrolmentDraft(person!, day!.Value, areaCode, ruralSubsidy);
    }

    /// <summary>Adds a violation unless a day lies between that of an enrolment and today.</summary>
    public static void CheckLater(DateOnly? day, DateOnly since, DateOnly today, string field, string code, List<Violation> found)
    {
        if (day is not { } on || on < since || on > today)
        {
            found.Add(new Violation(field, code, $"Phải ghi ngày từ {VietnamDay.Text(since)} đến hôm nay {VietnamDay.Text(today)}."));
        }
    }

    static Contracts.Common.V1.Person? Resident(Contracts.Common.V1.Person? trainee, string areaCode)
    {
        if (trainee is not { AreaCode: "" })
        {
            return trainee;
        }

        var resident = trainee.Clone();
        resident.AreaCode = areaCode;
        return resident;
    }
}
