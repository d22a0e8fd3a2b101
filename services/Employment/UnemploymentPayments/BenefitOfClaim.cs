using AnSinh.BenefitPayments;
using AnSinh.BenefitPayments.Entitlements;
using AnSinh.Employment.Data;
using AnSinh.Employment.Unemployment;
using AnSinh.Employment.Workers;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.Employment.UnemploymentPayments;

/// <summary>Puts a granted benefit into payment, and takes it out when its decision is revoked; inside the command of the decision.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="starting">Starts entitlements.</param>
/// <param name="turning">Stops them.</param>
/// <param name="people">The register of those who are paid.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="cipher">Reads citizen numbers.</param>
public sealed class BenefitOfClaim(
    EmploymentDb db, StartEntitlement<EmploymentDb> starting, TurnEntitlement<EmploymentDb> turning, PersonRegistry<EmploymentDb> people,
    AreaDirectory areas, FieldCipher cipher)
{
    /// <summary>Starts the entitlement of a claim that was just granted.</summary>
    /// <returns>Key of the entitlement.</returns>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>entitlement.excluded_by</c>, <c>entitlement.person_dead</c>.</exception>
    public async Task<Guid> StartAsync(
        UnemploymentClaim claim, BenefitAssessment given, Worker worker, PayWay way, CancellationToken cancellationToken)
    {
        var person = await people.FindOrRegisterAsync(PersonOf(worker, cipher), worker.PersonKey, cancellationToken);
        var term = BenefitTerm.Of(given);
        var (who, first) = (person.Id, term.First);
        var before = await db.Set<Entitlement>().CountAsync(
            one => one.Scheme == UnemploymentScheme.Code && one.PersonId == who && one.StartMonth == first, cancellationToken);
        var draft = term.Draft(claim, way, first, before, areas);
        return (await starting.StartAsync(UnemploymentScheme.Code, person, draft, draft.Level.FixedReportCategory, cancellationToken)).Id;
    }

    /// <summary>Stops the entitlement of a revoked decision before its first month; one that ended already stays as it ended.</summary>
    public async Task VoidAsync(UnemploymentClaim claim, CancellationToken cancellationToken)
    {
        if (claim.EntitlementId is not { } id
            || await db.Set<Entitlement>().SingleAsync(one => one.Id == id, cancellationToken) is not { State: not EntitlementState.Stopped } one)
        {
            return;
        }

        var request = new Wire.StopEntitlementRequest
        {
            Name = ResourceName.Format(EntitlementMessages.Collection, id),
            Etag = Etag.Of(one),
            LastMonth = PayMonth.ToWire(PayMonth.Plus(one.StartMonth, -1)),
            Cause = Wire.EntitlementEndCause.Voided,
            Reason = claim.RevokedBecause,
        };
        await turning.StopAsync(UnemploymentScheme.Code, request, cancellationToken);
    }

    /// <summary>A worker as the register of those who are paid keeps them.</summary>
    internal static PersonDraft PersonOf(Worker worker, FieldCipher cipher) => new()
    {
        FullName = worker.FullName,
        Number = worker.SealedNumber is { } number ? CitizenNumber.Known(cipher.Decrypt(number)) : null,
        Birth = worker.Birth,
        Sex = worker.Sex,
        AreaCode = worker.AreaCode,
        AreaOn = worker.AreaOn,
    };
}
