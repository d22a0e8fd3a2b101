using AnSinh.Reporting.Formulas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Indicators;

/// <summary>Reads the view that a question names.</summary>
static class ViewMessages
{
    /// <summary>The view of a message; the current one where there is none.</summary>
    /// <param name="message">As sent.</param>
    /// <param name="field">Field that held it.</param>
    /// <param name="time">Clock: nobody knows yet what will be known.</param>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>view.as_of_in_future</c>, <c>view.as_of_invalid</c>, <c>view.outline_without_restating</c>,
    /// <c>view.key_without_restating</c>, <c>date.invalid</c>.</exception>
    public static FigureView Of(Wire.FigureView? message, string field, TimeProvider time)
    {
        if (message is null)
        {
            return FigureView.Current;
        }

        var restated = message.AreaMode == Wire.AreaMode.Restated;
        var outline = WireDate.ToDay(message.OutlineOn, $"{field}.outline_on");
        if (!restated && outline is not null)
        {
            throw Refusal.Invalid($"{field}.outline_on", "view.outline_without_restating", "Ngày của địa giới chỉ dùng khi quy đổi địa bàn (AREA_MODE_RESTATED).");
        }

        if (!restated && message.AreaKey.Length > 0)
        {
            throw Refusal.Invalid($"{field}.area_key", "view.key_without_restating", "Khóa phân bổ chỉ dùng khi quy đổi địa bàn (AREA_MODE_RESTATED).");
        }

        return new FigureView
        {
            AsOf = AsOf(message, $"{field}.as_of", time.GetUtcNow()),
            Outline = restated ? outline ?? VietnamDay.Today(time) : null,
            AreaKey = message.AreaKey.Length > 0 ? message.AreaKey : null,
        };
    }

    static DateTimeOffset? AsOf(Wire.FigureView message, string field, DateTimeOffset now)
    {
        // The range of google.protobuf.Timestamp, beyond which there is no day to convert it to.
        const long First = -62_135_596_800, Last = 253_402_300_799;
        if (message.AsOf is not { } at)
        {
            return null;
        }

        if (at.Seconds is < First or > Last || at.Nanos is < 0 or > 999_999_999)
        {
            throw Refusal.Invalid(field, "view.as_of_invalid", "Thời điểm không đúng: giây ngoài khoảng năm 1–9999 hoặc phần tỷ giây ngoài khoảng 0–999.999.999.");
        }

        var moment = at.ToDateTimeOffset();
        return moment <= now
            ? moment
            : throw Refusal.Invalid(field, "view.as_of_in_future", $"Thời điểm {moment:yyyy-MM-ddTHH:mm:ssZ} ở tương lai; bây giờ là {now:yyyy-MM-ddTHH:mm:ssZ}.");
    }
}
