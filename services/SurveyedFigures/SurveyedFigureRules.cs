using System.Globalization;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Surveys.V1;

namespace AnSinh.SurveyedFigures;

/// <summary>What a figure must look like to be keyed in.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="indicators">The indicators that the service takes.</param>
/// <param name="areas">The administrative units.</param>
public sealed class SurveyedFigureRules<TDb>(SurveyIndicators<TDb> indicators, AreaDirectory areas)
{
    const int LongestSource = 200;
    const int LongestShown = 20;

    /// <summary>Checks a figure as sent.</summary>
    /// <param name="sent">As sent.</param>
    /// <param name="today">Today.</param>
    /// <returns>The day that it is about.</returns>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields.</exception>
    public DateOnly Require(Wire.SurveyedFigure sent, DateOnly today)
    {
        var found = new List<Violation>();
        var day = CheckDay(sent, today, found);
        if (day is { } on)
        {
            CheckArea(sent.AreaCode, on, found);
        }

        CheckValue(sent, found);
        if (sent.Source.Trim().Length is 0 or > LongestSource)
        {
            found.Add(new Violation("figure.source", "survey.source_required", $"Phải ghi nguồn số liệu, từ 1 đến {LongestSource} ký tự."));
        }

        return found.Count == 0 ? day!.Value : throw Refusal.Invalid(found);
    }

    static DateOnly? CheckDay(Wire.SurveyedFigure sent, DateOnly today, List<Violation> found)
    {
        var day = WireDate.ToDay(sent.Day, "figure.day", found);
        if (sent.Day is null)
        {
            found.Add(new Violation("figure.day", "survey.day_required", "Phải ghi ngày mà số liệu nói đến."));
        }
        else if (day > today)
        {
            found.Add(new Violation("figure.day", "survey.day_in_future", $"Ngày của số liệu không được sau hôm nay {VietnamDay.Text(today)}."));
        }

        return day;
    }

    void CheckArea(string code, DateOnly on, List<Violation> found)
    {
        if (code.Length == 0)
        {
            found.Add(new Violation("figure.area_code", "area.required", "Chưa ghi mã địa bàn; cần mã tỉnh, huyện hoặc xã."));
        }
        else if (areas.Find(code, on) is null)
        {
            found.Add(areas.Known(code)
                ? new Violation("figure.area_code", "area.not_valid_on_date", $"Mã {code} không có hiệu lực vào ngày {VietnamDay.Text(on)}.")
                : new Violation("figure.area_code", "area.unknown", $"Không có địa bàn nào mang mã “{Shown(code)}”."));
        }
    }

    void CheckValue(Wire.SurveyedFigure sent, List<Violation> found)
    {
        if (indicators.Find(sent.Indicator) is not { } indicator)
        {
            found.Add(new Violation(
                "figure.indicator", "survey.indicator_not_taken",
                $"Không nhận số liệu điều tra của chỉ tiêu “{Shown(sent.Indicator)}”; cho phép: {string.Join(", ", indicators.All.Select(one => one.Code))}."));
        }
        else if (!DecimalText.TryRead(sent.Value, out var value))
        {
            found.Add(new Violation(
                "figure.value", "survey.value_malformed",
                "Số liệu phải viết bằng chữ số với dấu chấm thập phân, ví dụ 65.45: tối đa 9 chữ số trước và 6 chữ số sau dấu chấm."));
        }
        else if (value < indicator.Least || value > indicator.Most)
        {
            found.Add(new Violation(
                "figure.value", "survey.value_out_of_range",
                string.Create(CultureInfo.InvariantCulture, $"Số liệu {sent.Value} nằm ngoài khoảng cho phép của {indicator.Code}: từ {indicator.Least} đến {indicator.Most}.")));
        }
    }

    static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
