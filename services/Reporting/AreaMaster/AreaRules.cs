using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.Reporting.AreaMaster;

/// <summary>Checks the rows of an import against themselves, each other, and the units that are known.</summary>
/// <param name="rows">The rows.</param>
/// <param name="areas">The known units.</param>
sealed class AreaRules(AreaImportRows rows, AreaDirectory areas)
{
    readonly ILookup<string, AreaUnit> sent = rows.Units.Select(row => row.Content).ToLookup(unit => unit.Code, StringComparer.Ordinal);

    /// <summary>Adds to each row what is wrong with it.</summary>
    public void Check()
    {
        foreach (var row in rows.Units)
        {
            CheckUnit(row.Content, row.Violations);
        }

        Repeated(rows.Units, unit => (unit.Code, unit.ValidFrom), "code");
        foreach (var row in rows.Successions)
        {
            CheckSuccession(row.Content, row.Violations);
        }

        Repeated(rows.Successions, merger => (merger.OldCode, merger.NewCode, merger.EffectiveOn), "old_code");
    }

    void CheckUnit(AreaUnit unit, List<Violation> found)
    {
        if (unit.IsWithdrawn)
        {
            CheckWithdrawn(unit, found);
            return;
        }

        if (AreaUnit.LevelOf(unit.Code) is not { } level || level != unit.Level)
        {
            found.Add(new("code", "area.code_malformed", $"Mã “{unit.Code}” không đúng với cấp; tỉnh 2, huyện 3, xã 5 chữ số."));
        }

        if (unit.Name.Trim().Length is 0 or > 200 || unit.Type.Trim().Length is 0 or > 200)
        {
            found.Add(new("display_name", "area.name_missing", "Tên và loại đơn vị phải có, không quá 200 ký tự."));
        }

        if (unit.ValidFrom > unit.ValidTo)
        {
            found.Add(new("valid_to", "area.validity_inverted", "Ngày hết hiệu lực trước ngày bắt đầu hiệu lực."));
        }

        if (unit.Level == AreaLevel.Province ? unit.ParentCode is not null : !HasParent(unit))
        {
            found.Add(new("parent_code", "area.parent_unknown", unit.Level == AreaLevel.Province
                ? "Tỉnh, thành phố trực thuộc trung ương không có đơn vị cấp trên."
                : $"Không có đơn vị cấp trên mang mã “{unit.ParentCode}” trong thời gian đơn vị này có hiệu lực."));
        }
    }

    void CheckWithdrawn(AreaUnit unit, List<Violation> found)
    {
        if (!areas.History(unit.Code).Any(known => known.ValidFrom == unit.ValidFrom))
        {
            found.Add(new("code", "area.withdrawn_unknown", $"Không có đơn vị nào mang mã “{unit.Code}” bắt đầu từ ngày này để hủy."));
        }

        // Of those below, the ones that the same import withdraws or moves elsewhere do not count.
        var orphan = Below(unit.Code).FirstOrDefault(child => !HasParent(child));
        if (orphan is not null)
        {
            found.Add(new("code", "area.withdrawn_in_use", $"Đơn vị {unit.Code} còn có {orphan.Name} ({orphan.Code}) trực thuộc; hãy hủy hoặc chuyển đơn vị đó trong cùng lần nhập."));
        }
    }

    IEnumerable<AreaUnit> Below(string code) => rows.Units.Select(row => row.Content).Where(sent => sent.ParentCode == code && !sent.IsWithdrawn)
        .Concat(areas.ChildrenEver(code).Where(known => !sent[known.Code].Any(unit => unit.ValidFrom == known.ValidFrom)));

    bool HasParent(AreaUnit unit) => unit.ParentCode is { } code
        && Bearers(code).Any(parent => parent.Level < unit.Level && !(parent.ValidFrom > unit.ValidTo) && !(parent.ValidTo < unit.ValidFrom));

    void CheckSuccession(AreaSuccession merger, List<Violation> found)
    {
        if (merger.IsWithdrawn)
        {
            if (!areas.Successions.Any(known => (known.OldCode, known.NewCode, known.EffectiveOn) == (merger.OldCode, merger.NewCode, merger.EffectiveOn)))
            {
                found.Add(new("old_code", "area.withdrawn_unknown", $"Không có việc sáp nhập, chia tách từ “{merger.OldCode}” vào “{merger.NewCode}” trong ngày này để hủy."));
            }

            return;
        }

        // The old unit may be of another level: island districts became special zones, which are communes (Resolution 203/2025/QH15).
        if (found.Count == 0 && !Bearers(merger.OldCode).Any(unit => unit.ValidOn(merger.EffectiveOn.AddDays(-1))))
        {
            found.Add(new("old_code", "area.unknown", $"Không có đơn vị cũ mang mã “{merger.OldCode}” vào ngày trước ngày có hiệu lực."));
        }

        if (found.Count == 0 && !Bearers(merger.NewCode).Any(unit => unit.Level == merger.Level && unit.ValidOn(merger.EffectiveOn)))
        {
            found.Add(new("new_code", "area.unknown", $"Không có đơn vị mới mang mã “{merger.NewCode}” vào ngày có hiệu lực."));
        }
    }

    /// <summary>The units that bear a code once the import is applied: a sent row goes over the known one with the same first day.</summary>
    IEnumerable<AreaUnit> Bearers(string code) => sent[code].Where(unit => !unit.IsWithdrawn).Concat(
        areas.History(code).Where(known => !sent[code].Any(unit => unit.ValidFrom == known.ValidFrom)));

    static void Repeated<TContent, TKey>(List<AreaImportRow<TContent>> rows, Func<TContent, TKey> key, string field)
        where TKey : notnull
    {
        var first = new Dictionary<TKey, long>();
        foreach (var row in rows)
        {
            if (!first.TryAdd(key(row.Content), row.Line))
            {
                row.Violations.Add(new(field, "area.duplicate_in_file", $"Dòng này trùng khóa với dòng {first[key(row.Content)]}."));
            }
        }
    }
}
