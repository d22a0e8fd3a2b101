using AnSinh.People;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Entitlements;

/// <summary>Entitlements as messages.</summary>
/// <param name="schemes">The schemes.</param>
/// <param name="people">People as messages.</param>
/// <param name="cipher">Decrypts accounts.</param>
public sealed class EntitlementMessages(SchemeBook schemes, PersonMessages people, FieldCipher cipher)
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "entitlements";

    /// <summary>The entitlement for the answer to a command that is not saved yet.</summary>
    public Wire.Entitlement ForCommand(ServiceDb db, Entitlement one, Person person) => Of(one, people.ForCommand(person), EtagAfterSaving.Of(db, one));

    /// <summary>The entitlement for a query.</summary>
    public Wire.Entitlement ForQuery(Entitlement one, Person person) =>
        Of(one, people.ForQuery(person, schemes[one.Scheme].ReadIdentityPermission), Etag.Of(one));

    /// <summary>The last four characters of an account; empty for none.</summary>
    public static string Masked(FieldCipher cipher, byte[]? sealedAccount) =>
        sealedAccount is null ? "" : "*" + cipher.Decrypt(sealedAccount)[^4..];

    Wire.Entitlement Of(Entitlement one, Contracts.Common.V1.Person person, string etag) => new()
    {
        Name = ResourceName.Format(Collection, one.Id),
        Person = person,
        AreaCode = one.AreaCode,
        Category = one.Category,
        ReportCategory = one.ReportCategory,
        MultiplierThousandths = one.Multiplier,
        FixedAmountVnd = one.FixedAmountVnd ?? 0,
        StartMonth = PayMonth.ToWire(one.StartMonth),
        EndMonth = one.EndMonth is { } end ? PayMonth.ToWire(end) : null,
        PayableFrom = PayMonth.ToWire(one.PayableFrom),
        State = (Wire.EntitlementState)one.State,
        Channel = (Wire.PaymentChannel)one.Channel,
        Account = Masked(cipher, one.SealedAccount),
        DecisionNo = one.DecisionNo,
        SettledThrough = one.SettledThrough >= one.PayableFrom ? PayMonth.ToWire(one.SettledThrough) : null,
        SuspendedFrom = one.SuspendedFrom is { } suspended ? PayMonth.ToWire(suspended) : null,
        Reason = one.Reason,
        Etag = etag,
        CreateTime = Timestamp.FromDateTimeOffset(one.CreatedAt),
        UpdateTime = Timestamp.FromDateTimeOffset(one.UpdatedAt),
    };
}
