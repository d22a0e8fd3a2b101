using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment.Workers;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Counselling;

/// <summary>What a visit must look like to be recorded.</summary>
/// <param name="areas">The administrative units.</param>
public sealed class CounsellingRules(AreaDirectory areas)
{
    static readonly DateOnly Earliest = new(1945, 9, 2);

    /// <summary>Checks a visit as sent.</summary>
    /// <param name="kind">What it was about.</param>
    /// <param name="visitedOn">Day as sent; null when missing.</param>
    /// <param name="areaCode">Commune as sent.</param>
    /// <param name="path">Path of the message with a point behind it, or empty.</param>
    /// <param name="today">Today.</param>
    /// <param name="found">Where violations are added.</param>
    /// <returns>The content, or null when violations were added.</returns>
    public CounsellingDraft? Check(
        Wire.CounsellingKind kind, Google.Type.Date? visitedOn, string areaCode, string path, DateOnly today, List<Violation> found)
    {
        var before = found.Count;
        if (!Enum.IsDefined((CounsellingKind)kind))
        {
            found.Add(new Violation(
                path + "kind", "counselling.kind_required", "Phải ghi nội dung: tư vấn việc làm, giới thiệu việc làm, tư vấn học nghề hoặc tư vấn chính sách."));
        }

        var day = WireDate.ToDay(visitedOn, path + "visited_on", found);
        if (visitedOn is null)
        {
            found.Add(new Violation(path + "visited_on", "counselling.visited_on_required", "Phải ghi ngày tư vấn."));
        }
        else if (day > today || day < Earliest)
        {
            found.Add(new Violation(
                path + "visited_on", "counselling.visited_on_out_of_range",
                $"Ngày tư vấn phải từ {VietnamDay.Text(Earliest)} đến hôm nay {VietnamDay.Text(today)}."));
        }

        if (day is { } on)
        {
            CommuneRules.Check(areas, areaCode, on, path + "area_code", found);
        }

        return found.Count > before ? null : new CounsellingDraft((CounsellingKind)kind, day!.Value, areaCode);
    }

    /// <summary>The key of a visit.</summary>
    internal static byte[] Key(string person, CounsellingDraft draft, int ordinal) =>
        RecordKey.Of("counselling", person, draft.VisitedOn, KindName(draft.Kind), ordinal);

    /// <summary>The event that tells of a visit.</summary>
    internal static CounsellingRecorded Recorded(CounsellingVisit visit, Worker worker) => new()
    {
        PersonKey = worker.PersonKey,
        Kind = KindName(visit.Kind),
        Sex = SexNames.Of(worker.Sex),
    };

    static string KindName(CounsellingKind kind) => kind switch
    {
        CounsellingKind.JobCounselling => "job_counselling",
        CounsellingKind.JobReferral => "job_referral",
        CounsellingKind.TrainingCounselling => "training_counselling",
        _ => "policy_counselling",
    };
}
