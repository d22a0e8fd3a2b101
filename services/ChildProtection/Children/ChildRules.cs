using AnSinh.ChildProtection.Ages;
using AnSinh.People;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Common = AnSinh.Contracts.Common.V1;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Children;

/// <summary>A circumstance as sent, checked.</summary>
sealed record CircumstanceDraft(CircumstanceKind Kind, int SubType, DateOnly StartedOn);

/// <summary>A support as sent, checked.</summary>
sealed record SupportDraft(SupportKind Kind, DateOnly StartedOn);

/// <summary>What a child, a circumstance and a support must look like to be recorded.</summary>
/// <param name="people">What a person must look like.</param>
sealed class ChildRules(PersonRules people)
{
    // Sub-types of each group in Decree 56/2017, Articles 3 to 16, by the number of the group.
    static readonly int[] SubTypes = [0, 4, 2, 12, 3, 0, 4, 2, 2, 0, 5, 5, 2, 2, 2];

    /// <summary>Checks the person; the date of birth is required, since age decides.</summary>
    /// <param name="sent">As sent.</param>
    /// <param name="path">Path of the message in the request.</param>
    /// <param name="today">Today.</param>
    /// <param name="on">Day of the record, on which the commune bears its code.</param>
    /// <param name="found">Where violations are added.</param>
    public PersonDraft? CheckPerson(Common.Person? sent, string path, DateOnly today, DateOnly? on, List<Violation> found)
    {
        var draft = people.Check(sent, path, today, on, found);
        if (draft is { Birth: null })
        {
            found.Add(new Violation(path + ".birth_date", "child.birth_date_required", "Phải ghi ngày sinh, hoặc ít nhất năm sinh, của trẻ em."));
            return null;
        }

        return draft;
    }

    /// <summary>Checks a circumstance.</summary>
    /// <param name="sent">As sent.</param>
    /// <param name="path">Path of the message in the request.</param>
    /// <param name="today">Today.</param>
    /// <param name="found">Where violations are added.</param>
    /// <returns>The circumstance, or null when violations were added.</returns>
    public static CircumstanceDraft? CheckCircumstance(Wire.Circumstance? sent, string path, DateOnly today, List<Violation> found)
    {
        var before = found.Count;
        sent ??= new Wire.Circumstance();
        if (sent.Kind == 0 || !Enum.IsDefined(sent.Kind))
        {
            found.Add(new Violation(path + ".kind", "circumstance.kind_required", "Phải chọn một trong 14 nhóm hoàn cảnh đặc biệt."));
        }
        else if (sent.SubType < 0 || sent.SubType > SubTypes[(int)sent.Kind])
        {
            found.Add(new Violation(path + ".sub_type", "circumstance.sub_type_invalid", $"Nhóm này có phân nhóm từ 0 đến {SubTypes[(int)sent.Kind]}."));
        }

        var day = CheckStart(sent.StartedOn, path, "circumstance", today, found);
        return found.Count > before ? null : new CircumstanceDraft((CircumstanceKind)sent.Kind, sent.SubType, day!.Value);
    }

    /// <summary>Checks a support.</summary>
    /// <inheritdoc cref="CheckCircumstance"/>
    public static SupportDraft? CheckSupport(Wire.Support? sent, string path, DateOnly today, List<Violation> found)
    {
        var before = found.Count;
        sent ??= new Wire.Support();
        if (sent.Kind == 0 || !Enum.IsDefined(sent.Kind))
        {
            found.Add(new Violation(path + ".kind", "support.kind_required", "Phải chọn loại hỗ trợ."));
        }

        var day = CheckStart(sent.StartedOn, path, "support", today, found);
        return found.Count > before ? null : new SupportDraft((SupportKind)sent.Kind, day!.Value);
    }

    /// <summary>Adds a violation when somebody of a birth is no child on the first day of a circumstance.</summary>
    public static bool CheckAge(PartialDate? birth, DateOnly startedOn, string path, List<Violation> found)
    {
        var row = ChildAge.On(startedOn);
        (string Code, string Message)? problem = row is null
            ? ("child.no_age_rule", "Không có quy định tuổi trẻ em cho ngày này; sớm nhất là 01/01/2005.")
            : birth is not { } date ? null
            : startedOn < date.Earliest ? ("circumstance.before_birth", "Ngày bắt đầu sớm hơn ngày sinh.")
            : ChildAge.IsOver(row, date, startedOn)
                ? (
                    "circumstance.not_child",
                    $"Người này đã đủ {row.Below} tuổi vào ngày {VietnamDay.Text(startedOn)}; trẻ em là người dưới {row.Below} tuổi ({row.LegalBasis}).")
                : null;
        if (problem is { } wrong)
        {
            found.Add(new Violation(path + ".started_on", wrong.Code, wrong.Message));
        }

        return problem is null;
    }

    static DateOnly? CheckStart(Google.Type.Date? sent, string path, string what, DateOnly today, List<Violation> found)
    {
        var before = found.Count;
        var day = WireDate.ToDay(sent, path + ".started_on", found);
        if (day is null && found.Count == before)
        {
            found.Add(new Violation(path + ".started_on", what + ".started_on_required", "Phải ghi ngày bắt đầu."));
        }
        else if (day > today)
        {
            found.Add(new Violation(path + ".started_on", what + ".started_on_in_future", $"Ngày bắt đầu không được sau hôm nay ({VietnamDay.Text(today)})."));
        }

        return day;
    }
}
