using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Entitlements;

/// <summary>What an entitlement must look like to be recorded.</summary>
/// <param name="areas">The administrative units.</param>
public sealed class EntitlementRules(AreaDirectory areas)
{
    const int LargestMultiplier = 100_000;
    const long LargestAmount = 1_000_000_000;
    const int ShortestAccount = 6;
    const int LongestAccount = 30;

    /// <summary>Checks an entitlement as sent.</summary>
    /// <param name="sent">As sent.</param>
    /// <param name="path">Path of the message in the request.</param>
    /// <param name="found">Where violations are added: <c>entitlement.*</c>, <c>month.*</c>, <c>area.*</c>.</param>
    /// <returns>What it says, or null when violations were added.</returns>
    public EntitlementDraft? Check(Wire.Entitlement sent, string path, List<Violation> found)
    {
        var before = found.Count;
        var start = PayMonth.Read(sent.StartMonth, path + ".start_month", found);
        var end = PayMonth.Read(sent.EndMonth, path + ".end_month", found, required: false);
        var payable = PayMonth.Read(sent.PayableFrom, path + ".payable_from", found, required: false) ?? start;
        if (end < start)
        {
            found.Add(new Violation(path + ".end_month", "entitlement.end_before_start", "Tháng cuối phải từ tháng đầu trở đi."));
        }

        var level = Level(sent.Category, sent.MultiplierThousandths, sent.FixedAmountVnd, path, found);
        CheckAccount(sent.Channel, sent.Account, path, found);
        var decision = sent.DecisionNo.Trim();
        if (decision.Length is 0 or > 50)
        {
            found.Add(new Violation(path + ".decision_no", "entitlement.decision_required", "Phải ghi số quyết định hưởng, từ 1 đến 50 ký tự."));
        }

        if (start is null || payable is null)
        {
            return null;
        }

        var first = Math.Max(start.Value, payable.Value);
        var day = PayMonth.FirstDay(first);
        CommuneRules.Check(areas, sent.AreaCode, day, path + ".area_code", found);
        return found.Count > before ? null : new EntitlementDraft
        {
            AreaCode = sent.AreaCode,
            AreaOn = day,
            Level = level,
            StartMonth = start.Value,
            EndMonth = end,
            PayableFrom = first,
            Channel = (PaymentChannel)sent.Channel,
            Account = sent.Account.Length == 0 ? null : sent.Account,
            DecisionNo = decision,
        };
    }

    /// <summary>Checks what is paid.</summary>
    public static LevelDraft Level(string category, int multiplier, long fixedAmount, string path, List<Violation> found)
    {
        category = category.Trim();
        if (category.Length is 0 or > 40)
        {
            found.Add(new Violation(path + ".category", "entitlement.category_invalid", "Phải ghi nhóm hưởng, từ 1 đến 40 ký tự."));
        }

        if (multiplier is < 0 or > LargestMultiplier)
        {
            found.Add(new Violation(
                path + ".multiplier_thousandths", "entitlement.multiplier_invalid", $"Hệ số nhân tính theo phần nghìn, từ 1 đến {LargestMultiplier}; để 0 là một lần."));
        }

        if (fixedAmount is < 0 or > LargestAmount)
        {
            found.Add(new Violation(path + ".fixed_amount_vnd", "entitlement.amount_invalid", $"Mức cố định phải từ 1 đến {LargestAmount} đồng một tháng."));
        }

        if (fixedAmount > 0 && multiplier is not (0 or 1_000))
        {
            found.Add(new Violation(path + ".multiplier_thousandths", "entitlement.multiplier_of_fixed_amount", "Mức cố định không nhân hệ số."));
        }

        return new LevelDraft(category, multiplier == 0 ? 1_000 : multiplier, fixedAmount > 0 ? fixedAmount : null);
    }

    /// <summary>Checks the way of payment and its account.</summary>
    public static void CheckAccount(Wire.PaymentChannel channel, string account, string path, List<Violation> found)
    {
        var prefix = path.Length == 0 ? "" : path + ".";
        if (!Enum.IsDefined((PaymentChannel)channel))
        {
            found.Add(new Violation(prefix + "channel", "entitlement.channel_invalid", "Phải chọn cách chi trả: bưu điện, tại xã, ngân hàng, ví điện tử hoặc VNeID."));
        }
        else if (channel is Wire.PaymentChannel.PostCash or Wire.PaymentChannel.CommuneCash)
        {
            if (account.Length > 0)
            {
                found.Add(new Violation(prefix + "account", "entitlement.account_of_cash", "Chi trả tiền mặt không ghi số tài khoản."));
            }
        }
        else if (account.Length is < ShortestAccount or > LongestAccount || !account.All(char.IsAsciiLetterOrDigit))
        {
            found.Add(new Violation(
                prefix + "account", "entitlement.account_invalid", $"Số tài khoản phải có từ {ShortestAccount} đến {LongestAccount} chữ số hoặc chữ cái không dấu."));
        }
    }
}
