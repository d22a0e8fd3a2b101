using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Placements;

/// <summary>What a placement must look like to be recorded.</summary>
/// <param name="areas">The administrative units.</param>
public sealed class PlacementRules(AreaDirectory areas)
{
    const int LongestProjectRef = 50;
    const int LongestContract = 120;
    static readonly DateOnly EarliestStart = new(1945, 9, 2);

    /// <summary>Checks a placement as sent.</summary>
    /// <param name="sent">As sent.</param>
    /// <param name="path">Path of the message in the request.</param>
    /// <param name="today">Today.</param>
    /// <param name="found">Where violations are added.</param>
    /// <returns>The content, or null when violations were added.</returns>
    public PlacementDraft? Check(Wire.Placement sent, string path, DateOnly today, List<Violation> found)
    {
        var before = found.Count;
        if (!Enum.IsDefined((PlacementChannel)sent.Channel))
        {
            found.Add(new Violation(
                path + ".channel", "placement.channel_required", "Phải ghi kênh giải quyết việc làm: trong nước, vay vốn, hoặc đi nước ngoài theo hợp đồng."));
        }

        var start = CheckStart(sent, path, today, found);
        if (start is { } day)
        {
            CommuneRules.Check(areas, sent.AreaCode, day, path + ".area_code", found);
        }

        CodeRules.CheckOccupation(sent.OccupationCode, path, "placement.occupation_code_malformed", found);
        var channel = (PlacementChannel)sent.Channel;
        var returned = CheckOverseas(sent.Overseas, channel, path, start, today, found);
        CheckLoan(sent.Loan, channel, path, found);
        return found.Count > before ? null : new PlacementDraft
        {
            Channel = channel,
            StartDate = start!.Value,
            AreaCode = sent.AreaCode,
            OccupationCode = sent.OccupationCode,
            MarketCode = sent.Overseas?.MarketCode,
            ContractMonths = sent.Overseas?.ContractMonths,
            ReturnDate = returned,
            LoanAmountVnd = sent.Loan?.AmountVnd,
            LoanProjectRef = sent.Loan?.ProjectRef.Trim(),
        };
    }

    /// <summary>Adds a violation unless a return is possible on a day.</summary>
    public static void CheckReturn(DateOnly returned, DateOnly start, DateOnly today, string field, List<Violation> found)
    {
        if (returned > today)
        {
            found.Add(new Violation(field, "placement.return_in_future", "Ngày về nước không được ở trong tương lai."));
        }
        else if (returned < start)
        {
            found.Add(new Violation(field, "placement.return_before_start", $"Ngày về nước không được sớm hơn ngày xuất cảnh {VietnamDay.Text(start)}."));
        }
    }

    static DateOnly? CheckStart(Wire.Placement sent, string path, DateOnly today, List<Violation> found)
    {
        var field = path + ".start_date";
        if (sent.StartDate is null)
        {
            found.Add(new Violation(field, "placement.start_date_required", "Phải ghi ngày bắt đầu làm việc (ngày xuất cảnh nếu đi nước ngoài)."));
            return null;
        }

        var start = WireDate.ToDay(sent.StartDate, field, found);
        if (start > today)
        {
            found.Add(new Violation(field, "placement.start_date_in_future", $"Ngày bắt đầu làm việc không được sau hôm nay {VietnamDay.Text(today)}."));
        }
        else if (start < EarliestStart)
        {
            found.Add(new Violation(field, "placement.start_date_too_early", $"Ngày bắt đầu làm việc không được trước {VietnamDay.Text(EarliestStart)}."));
        }

        return start;
    }

    static DateOnly? CheckOverseas(
        Wire.OverseasTerms? terms, PlacementChannel channel, string path, DateOnly? start, DateOnly today, List<Violation> found)
    {
        if (channel != PlacementChannel.OverseasContract)
        {
            if (terms is not null)
            {
                found.Add(new Violation(path + ".overseas", "placement.overseas_not_allowed", "Chỉ kênh đi nước ngoài theo hợp đồng mới có điều khoản này."));
            }

            return null;
        }

        if (terms is null)
        {
            found.Add(new Violation(path + ".overseas", "placement.overseas_required", "Đi nước ngoài theo hợp đồng phải ghi nước tiếp nhận và thời hạn hợp đồng."));
            return null;
        }

        if (!CodeRules.IsCountry(terms.MarketCode))
        {
            found.Add(new Violation(path + ".overseas.market_code", "placement.market_code_malformed", "Mã nước hoặc vùng lãnh thổ phải gồm hai chữ hoa (ISO 3166-1), ví dụ JP, TW, KR."));
        }

        if (terms.ContractMonths is < 1 or > LongestContract)
        {
            found.Add(new Violation(
                path + ".overseas.contract_months", "placement.contract_months_out_of_range", $"Thời hạn hợp đồng phải từ 1 đến {LongestContract} tháng."));
        }

        var returned = WireDate.ToDay(terms.ReturnDate, path + ".overseas.return_date", found);
        if (returned is { } day && start is { } departure)
        {
            CheckReturn(day, departure, today, path + ".overseas.return_date", found);
        }

        return returned;
    }

    static void CheckLoan(Wire.LoanTerms? terms, PlacementChannel channel, string path, List<Violation> found)
    {
        if (channel != PlacementChannel.Loan)
        {
            if (terms is not null)
            {
                found.Add(new Violation(path + ".loan", "placement.loan_not_allowed", "Chỉ kênh vay vốn giải quyết việc làm mới có điều khoản vay."));
            }

            return;
        }

        if (terms is null)
        {
            found.Add(new Violation(path + ".loan", "placement.loan_required", "Việc làm qua vay vốn phải ghi số tiền vay."));
            return;
        }

        if (terms.AmountVnd < 1)
        {
            found.Add(new Violation(path + ".loan.amount_vnd", "placement.loan_amount_invalid", "Số tiền vay phải từ 1 đồng trở lên."));
        }

        if (terms.ProjectRef.Length > LongestProjectRef)
        {
            found.Add(new Violation(path + ".loan.project_ref", "placement.loan_project_ref_too_long", $"Mã dự án vay không được quá {LongestProjectRef} ký tự."));
        }
    }
}
