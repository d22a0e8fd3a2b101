using AnSinh.ServiceKit.Errors;

namespace AnSinh.BenefitPayments.Entitlements;

/// <summary>Which turns an entitlement may take, and when.</summary>
static class EntitlementTurns
{
    /// <summary>Refuses a turn that the state does not allow.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>entitlement.not_active</c>, <c>entitlement.not_suspended</c>, <c>entitlement.stopped</c>.</exception>
    public static void Require(Entitlement one, params ReadOnlySpan<EntitlementState> allowed)
    {
        if (!allowed.Contains(one.State))
        {
            throw one.State switch
            {
                EntitlementState.Stopped => Refusal.Precondition("entitlement.stopped", "Quyền lợi đã chấm dứt; hãy lập quyền lợi mới."),
                EntitlementState.Suspended => Refusal.Precondition("entitlement.not_active", "Quyền lợi đang tạm đình chỉ; hãy cho hưởng lại trước."),
                _ => Refusal.Precondition("entitlement.not_suspended", "Quyền lợi đang được hưởng, không phải đang tạm đình chỉ."),
            };
        }
    }

    /// <summary>Refuses a month that a run has settled or that lies before the right.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>entitlement.month_settled</c>; INVALID_ARGUMENT <c>entitlement.month_out_of_term</c>.</exception>
    public static void RequireUnsettled(Entitlement one, int month, string field)
    {
        if (month <= one.SettledThrough)
        {
            throw Refusal.Precondition("entitlement.month_settled",
                $"Đã tính chi trả đến tháng {PayMonth.Text(one.SettledThrough)}; chỉ nhận từ tháng {PayMonth.Text(PayMonth.Plus(one.SettledThrough, 1))}. Phần đã trả thừa thì lập truy thu.");
        }

        if (month <= one.StartMonth || month > one.EndMonth)
        {
            throw Refusal.Invalid(field, "entitlement.month_out_of_term", "Tháng phải sau tháng đầu và không quá tháng cuối của quyền lợi.");
        }
    }
}
