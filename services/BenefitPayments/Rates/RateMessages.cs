using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Rates;

/// <summary>Levels as messages.</summary>
static class RateMessages
{
    public const string Collection = "rates";

    public static Wire.BenefitRate Of(BenefitRate rate) => new()
    {
        Name = ResourceName.Format(Collection, rate.Id),
        Scheme = rate.Scheme,
        Category = rate.Category,
        ReportCategory = rate.ReportCategory,
        Kind = (Wire.RateKind)rate.Kind,
        Value = rate.Value,
        ProvinceCode = rate.ProvinceCode,
        SignedOn = WireDate.Of(rate.SignedOn),
        InForceOn = WireDate.Of(rate.InForceOn),
        AppliedFrom = WireDate.Of(rate.AppliedFrom),
        AppliedTo = rate.AppliedTo is { } to ? WireDate.Of(to) : null,
        LegalBasis = rate.LegalBasis,
        Confirmed = rate.Confirmed,
        EnteredBy = rate.EnteredBy,
        ConfirmedBy = rate.ConfirmedBy ?? "",
        ConfirmTime = rate.ConfirmedAt is { } at ? Timestamp.FromDateTimeOffset(at) : null,
    };
}
