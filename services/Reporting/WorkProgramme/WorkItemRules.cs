using System.Text.RegularExpressions;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.WorkProgramme;

/// <summary>What an item of the work programme must look like; every rule that is broken is named at once.</summary>
/// <param name="areas">The administrative units.</param>
public sealed partial class WorkItemRules(AreaDirectory areas)
{
    const int LongestNumber = 60;
    const int LongestTitle = 300;
    const int FirstYear = 1990;
    const int LastYear = 2100;

    /// <summary>Checks an item.</summary>
    /// <param name="sent">As sent.</param>
    /// <param name="path">Field that held it.</param>
    /// <param name="today">Today.</param>
    /// <param name="found">Where violations are added.</param>
    /// <returns>The draft, or null when something is wrong.</returns>
    public WorkItemDraft? Check(Wire.WorkItem sent, string path, DateOnly today, List<Violation> found)
    {
        var before = found.Count;
        var day = CheckDay(sent.Day, $"{path}.day", today, found);
        CheckArea(sent.AreaCode, day, $"{path}.area_code", found);
        CheckText(sent.Number, 1, LongestNumber, $"{path}.number", "work.number_malformed", "Số, ký hiệu", found);
        CheckText(sent.Title, 0, LongestTitle, $"{path}.title", "work.title_malformed", "Trích yếu", found);
        var due = WireDate.ToDay(sent.DueOn, $"{path}.due_on", found);
        if (due < day)
        {
            found.Add(new Violation($"{path}.due_on", "work.due_before", $"Hạn {VietnamDay.Text(due.Value)} trước ngày {VietnamDay.Text(day.Value)}."));
        }

        var done = sent.DoneOn is null ? null : CheckDone(sent.DoneOn, day, $"{path}.done_on", today, found);
        var draft = CheckContent(sent, path, found);
        if (sent is { DoneOn: not null, ContentCase: Wire.WorkItem.ContentOneofCase.Document })
        {
            found.Add(NotCompletable($"{path}.done_on"));
        }

        return found.Count > before ? null : draft! with
        {
            Number = sent.Number.Trim(),
            Title = sent.Title.Trim(),
            AreaCode = sent.AreaCode,
            Day = day!.Value,
            DueOn = due,
            DoneOn = done,
        };
    }

    /// <summary>Checks the day on which an item was done.</summary>
    public static DateOnly? CheckDone(Google.Type.Date? sent, DateOnly? since, string field, DateOnly today, List<Violation> found)
    {
        var done = CheckDay(sent, field, today, found);
        if (done < since)
        {
            found.Add(new Violation(field, "work.done_before", $"Ngày hoàn thành {VietnamDay.Text(done.Value)} trước ngày {VietnamDay.Text(since.Value)}."));
        }

        return done;
    }

    /// <summary>A document is issued, and that is all that happens to it.</summary>
    public static Violation NotCompletable(string field) =>
        new(field, "work.not_completable", "Văn bản không có ngày hoàn thành; chỉ nhiệm vụ, đơn thư và thủ tục mới có.");

    static DateOnly? CheckDay(Google.Type.Date? sent, string field, DateOnly today, List<Violation> found)
    {
        if (sent is null)
        {
            found.Add(new Violation(field, "work.day_missing", "Chưa ghi ngày."));
            return null;
        }

        var day = WireDate.ToDay(sent, field, found);
        if (day > today)
        {
            found.Add(new Violation(field, "work.day_in_future", $"Ngày {VietnamDay.Text(day.Value)} ở tương lai; hôm nay là {VietnamDay.Text(today)}."));
        }

        return day;
    }

    void CheckArea(string code, DateOnly? day, string field, List<Violation> found)
    {
        if (code.Length == 0)
        {
            found.Add(new Violation(field, "area.required", "Chưa ghi mã địa bàn; cho phép mã tỉnh, huyện hoặc xã."));
        }
        else if (!areas.Known(code))
        {
            found.Add(new Violation(field, "area.unknown", $"Không có địa bàn nào mang mã “{(code.Length <= 20 ? code : code[..20] + "…")}”."));
        }
        else if (day is { } on && areas.Find(code, on) is null)
        {
            found.Add(new Violation(field, "area.not_valid_on_date", $"Mã {code} không có hiệu lực vào ngày {VietnamDay.Text(on)}."));
        }
    }

    static void CheckText(string text, int least, int most, string field, string code, string name, List<Violation> found)
    {
        if (text.Trim().Length < least || text.Trim().Length > most || text.Any(char.IsControl))
        {
            found.Add(new Violation(field, code, $"{name} dài {text.Trim().Length} ký tự; cho phép từ {least} đến {most}, không xuống dòng."));
        }
    }

    static WorkItemDraft? CheckContent(Wire.WorkItem sent, string path, List<Violation> found)
    {
        switch (sent.ContentCase)
        {
            case Wire.WorkItem.ContentOneofCase.Document:
                var level = Known(sent.Document.Level, DocumentLevel.Unspecified, $"{path}.document.level", "document.level_missing", "cấp của văn bản", found);
                CheckCode(sent.Document.Type, $"{path}.document.type", "document.type_malformed", found);
                return level ? Of(WorkItemKind.Document, WorkItemWords.Of(sent.Document.Level)) with
                {
                    Type = sent.Document.Type,
                    ExecutesDirective = sent.Document.ExecutesDirective,
                }
                : null;
            case Wire.WorkItem.ContentOneofCase.Task:
                if (sent.Task.Year is < FirstYear or > LastYear)
                {
                    found.Add(new Violation($"{path}.task.year", "task.year_invalid", $"Năm chương trình là {sent.Task.Year}; cho phép từ {FirstYear} đến {LastYear}."));
                }

                return Of(WorkItemKind.Task, "") with { Year = sent.Task.Year };
            case Wire.WorkItem.ContentOneofCase.Petition:
                return Known(sent.Petition.Kind, PetitionKind.Unspecified, $"{path}.petition.kind", "petition.kind_missing", "loại đơn", found)
                    ? Of(WorkItemKind.Petition, WorkItemWords.Of(sent.Petition.Kind))
                    : null;
            case Wire.WorkItem.ContentOneofCase.Procedure:
                CheckCode(sent.Procedure.Field, $"{path}.procedure.field", "procedure.field_malformed", found);
                return Of(WorkItemKind.Procedure, sent.Procedure.Field);
            default:
                found.Add(new Violation(path, "work.content_missing", "Chưa ghi nội dung: document, task, petition hoặc procedure."));
                return null;
        }
    }

    static bool Known<T>(T value, T unspecified, string field, string code, string what, List<Violation> found)
        where T : struct, Enum
    {
        if (Enum.IsDefined(value) && !value.Equals(unspecified))
        {
            return true;
        }

        found.Add(new Violation(field, code, $"Chưa ghi {what}, hoặc giá trị không đúng."));
        return false;
    }

    static void CheckCode(string text, string field, string code, List<Violation> found)
    {
        if (!CodeForm().IsMatch(text))
        {
            found.Add(new Violation(field, code, "Cần 1 đến 40 chữ thường không dấu và dấu gạch dưới, như cong_van."));
        }
    }

    static WorkItemDraft Of(WorkItemKind kind, string category) => new() { Kind = kind, Category = category, Number = "", Title = "", AreaCode = "", Day = default };

    [GeneratedRegex("^[a-z][a-z_]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
