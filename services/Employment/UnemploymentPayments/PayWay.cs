using AnSinh.BenefitPayments.Entitlements;
using AnSinh.ServiceKit.Errors;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.Employment.UnemploymentPayments;

/// <summary>How a benefit reaches the worker.</summary>
/// <param name="Channel">The way.</param>
/// <param name="Account">Account; null for cash.</param>
public sealed record PayWay(PaymentChannel Channel, string? Account)
{
    /// <summary>Checks a way as sent; unspecified is cash at the post office.</summary>
    /// <param name="channel">As sent.</param>
    /// <param name="account">As sent; empty for none.</param>
    /// <param name="found">Where <c>entitlement.channel_invalid</c>, <c>entitlement.account_invalid</c> or <c>entitlement.account_of_cash</c> is added.</param>
    public static PayWay Check(Wire.PaymentChannel channel, string account, List<Violation> found)
    {
        channel = channel == Wire.PaymentChannel.Unspecified ? Wire.PaymentChannel.PostCash : channel;
        EntitlementRules.CheckAccount(channel, account, "", found);
        return new PayWay((PaymentChannel)channel, account.Length == 0 ? null : account);
    }
}
