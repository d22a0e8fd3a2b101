using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Periods;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.Reporting.Indicators;

/// <summary>Reads what every question about figures names: indicator, period, area.</summary>
/// <param name="catalogue">The indicators.</param>
/// <param name="areas">All units.</param>
public sealed class FigureSubject(IndicatorCatalogue catalogue, AreaDirectory areas)
{
    /// <summary>The indicator of a code.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>indicator.unknown</c>.</exception>
    public IndicatorDefinition Indicator(string code, string field) => catalogue.TryGet(code, out var indicator)
        ? indicator
        : throw Refusal.Invalid(field, "indicator.unknown", $"Không có chỉ tiêu “{code}” trong danh mục.");

    /// <summary>The period of a text.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>period.invalid</c>.</exception>
    public static Period Period(string text) => PeriodText.TryParse(text, out var period, out _)
        ? period
        : throw Refusal.Invalid("period", "period.invalid", $"Kỳ “{(text.Length <= 60 ? text : text[..60] + "…")}” không đúng; các dạng cho phép: {PeriodText.Forms}.");

    /// <summary>The area of a code, if a unit bore it in the period.</summary>
    /// <exception cref="Refusal">NOT_FOUND <c>area.unknown</c> or <c>area.not_valid_on_date</c>.</exception>
    public AreaScope Area(string code, Period period) => Area(code, period, null, areas);

    /// <summary>The area of a code, if a unit bore it in the period, or, restated, on the day of the outline.</summary>
    /// <param name="code">Code.</param>
    /// <param name="period">The period.</param>
    /// <param name="outline">Day in whose units areas are seen; null for as it was.</param>
    /// <param name="areas">The units, as known at the moment that counts.</param>
    /// <exception cref="Refusal">NOT_FOUND <c>area.unknown</c> or <c>area.not_valid_on_date</c>.</exception>
    public static AreaScope Area(string code, Period period, DateOnly? outline, AreaDirectory areas)
    {
        if (!areas.Known(code))
        {
            throw Refusal.NotFound("area.unknown", $"Không có đơn vị hành chính nào mang mã “{code}”.");
        }

        if (outline is { } day)
        {
            return areas.Find(code, day) is not null
                ? new AreaScope(code)
                : throw Refusal.NotFound("area.not_valid_on_date", $"Không có đơn vị hành chính nào mang mã “{code}” vào ngày {VietnamDay.Text(day)} của địa giới.");
        }

        return areas.History(code).Any(unit => !(unit.ValidFrom > period.To) && !(unit.ValidTo < period.From))
            ? new AreaScope(code)
            : throw Refusal.NotFound("area.not_valid_on_date", $"Không có đơn vị hành chính nào mang mã “{code}” trong {PeriodNames.NameOf(period)}.");
    }

    /// <summary>The name of the unit that bore a code last in a period.</summary>
    public string AreaName(string code, Period period) =>
        (areas.Find(code, period.To) ?? areas.History(code).Last(unit => !(unit.ValidFrom > period.To))).Name;
}
