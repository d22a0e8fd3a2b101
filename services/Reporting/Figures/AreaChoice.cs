using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Periods;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Figures;

/// <summary>Finds the areas that have rows in each period: those of the period's own days or, restated, of the outline's day.</summary>
/// <param name="tree">The units.</param>
sealed class AreaChoice(AreaTree tree)
{
    const int MostListed = 1_000;

    /// <summary>The periods with their areas; a period in which none existed has none.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>area.required</c>, <c>areas.count</c>, <c>areas.not_listed</c>, <c>area.not_below</c>,
    /// <c>area_rows.unknown</c>; NOT_FOUND <c>area.unknown</c>, <c>area.not_valid_on_date</c>.</exception>
    public IReadOnlyList<AskedPeriod> Of(Wire.FigureQuestion question, IReadOnlyList<Period> periods, FigureView view)
    {
        var rows = question.AreaRows == Wire.AreaRows.Unspecified ? Wire.AreaRows.Self : question.AreaRows;
        RequireRows(question, rows);
        var spans = periods.Select(period => view.Outline is { } day ? (From: day, To: day) : (period.From, period.To)).ToList();
        foreach (var code in question.Areas.Prepend(question.AreaCode).Where(code => code.Length > 0))
        {
            RequireArea(code, periods, spans, view);
        }

        var asked = periods.Zip(spans, (period, span) => new AskedPeriod(period, Rows(question, rows, span.From, span.To))).ToList();
        RequireBelow(question, spans);
        return asked;
    }

    List<AreaRow> Rows(Wire.FigureQuestion question, Wire.AreaRows rows, DateOnly from, DateOnly to)
    {
        var root = question.AreaCode;
        var below = rows is Wire.AreaRows.Self or Wire.AreaRows.Listed ? [] : tree.Below(root, from, to);
        List<AreaScope> scopes = rows switch
        {
            Wire.AreaRows.Self => Own(root, from, to),
            Wire.AreaRows.Listed => [.. question.Areas.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(code => Own(code, from, to))],
            Wire.AreaRows.DirectlyBelow => [.. tree.ScopesOf(below.Where(part => (part.Unit.ParentCode ?? "") == root), from, to)],
            Wire.AreaRows.Districts => [.. tree.ScopesOf(below.Where(part => part.Unit.Level == AreaLevel.District), from, to)],
            Wire.AreaRows.Communes => [.. tree.ScopesOf(below.Where(part => part.Unit.Level == AreaLevel.Commune), from, to)],
            _ => [.. Own(root, from, to), .. tree.ScopesOf(below, from, to)],
        };
        var found = scopes.Select(scope => new AreaRow(scope.Code, [scope])).ToList();
        if (question.Totals && found.Count > 0 && rows != Wire.AreaRows.Self)
        {
            found.Add(Total(root, rows, scopes, below, from, to));
        }

        return found;
    }

    // Below one unit, all together are that unit; listed units and the country have to be added up.
    AreaRow Total(string root, Wire.AreaRows rows, List<AreaScope> scopes, IReadOnlyList<AreaPart> below, DateOnly from, DateOnly to)
    {
        if (rows == Wire.AreaRows.Listed)
        {
            var listed = scopes.Select(scope => scope.Code).ToHashSet(StringComparer.Ordinal);
            return new AreaRow("", scopes)
            {
                IsTotal = true,
                Overlaps = scopes.Any(scope => tree.Below(scope.Code, from, to).Any(part => listed.Contains(part.Unit.Code))),
            };
        }

        return root.Length > 0
            ? new AreaRow(root, [new AreaScope(root)]) { IsTotal = true }
            : new AreaRow("", [.. tree.ScopesOf(below.Where(part => part.Unit.ParentCode is null), from, to)]) { IsTotal = true };
    }

    List<AreaScope> Own(string code, DateOnly from, DateOnly to) => code.Length > 0 && tree.Bears(code, from, to) ? [new AreaScope(code)] : [];

    static void RequireRows(Wire.FigureQuestion question, Wire.AreaRows rows)
    {
        if (!Enum.IsDefined(rows))
        {
            throw Refusal.Invalid("question.area_rows", "area_rows.unknown", $"area_rows là {(int)rows}; cho phép từ 0 đến {(int)Wire.AreaRows.Listed}.");
        }

        if (rows != Wire.AreaRows.Listed && question.Areas.Count > 0)
        {
            throw Refusal.Invalid("question.areas", "areas.not_listed", "Danh sách areas chỉ dùng với AREA_ROWS_LISTED.");
        }

        if (rows == Wire.AreaRows.Listed && question.Areas.Count is 0 or > MostListed)
        {
            throw Refusal.Invalid("question.areas", "areas.count", $"Có {question.Areas.Count} địa bàn trong danh sách; cho phép từ 1 đến {MostListed}.");
        }

        if (rows == Wire.AreaRows.Self && question.AreaCode.Length == 0)
        {
            throw Refusal.Invalid("question.area_code", "area.required", "Chưa ghi mã địa bàn; chỉ được để trống (cả nước) khi hỏi theo đơn vị bên dưới hoặc theo danh sách.");
        }
    }

    void RequireArea(string code, IReadOnlyList<Period> periods, List<(DateOnly From, DateOnly To)> spans, FigureView view)
    {
        if (spans.Any(span => tree.Bears(code, span.From, span.To)))
        {
            return;
        }

        if (!tree.Known(code))
        {
            throw Refusal.NotFound("area.unknown", $"Không có đơn vị hành chính nào mang mã “{code}”.");
        }

        var when = view.Outline is { } day ? $"vào ngày {VietnamDay.Text(day)} của địa giới" : $"trong {string.Join(", ", periods.Take(5).Select(PeriodNames.NameOf))}{(periods.Count > 5 ? ", …" : "")}";
        throw Refusal.NotFound("area.not_valid_on_date", $"Không có đơn vị hành chính nào mang mã “{code}” {when}.");
    }

    void RequireBelow(Wire.FigureQuestion question, List<(DateOnly From, DateOnly To)> spans)
    {
        if (question.AreaCode.Length == 0 || question.Areas.Count == 0)
        {
            return;
        }

        var within = spans.Distinct().SelectMany(span => tree.Below(question.AreaCode, span.From, span.To)).Select(part => part.Unit.Code)
            .Append(question.AreaCode).ToHashSet(StringComparer.Ordinal);
        if (question.Areas.Select((code, index) => (code, index)).FirstOrDefault(listed => !within.Contains(listed.code)) is { code: not null } outside)
        {
            throw Refusal.Invalid(
                $"question.areas[{outside.index}]", "area.not_below", $"Địa bàn “{outside.code}” không thuộc địa bàn “{question.AreaCode}” trong các kỳ được hỏi.");
        }
    }
}
