using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment.Data;
using AnSinh.Employment.Placements;
using AnSinh.Employment.UnemploymentPayments;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Unemployment;

/// <summary>Decides claims and revokes decisions.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds claims.</param>
/// <param name="benefits">Puts granted benefits into payment.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who decides.</param>
/// <param name="time">Clock.</param>
public sealed class DecideClaim(EmploymentDb db, ClaimBook book, BenefitOfClaim benefits, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
{
    /// <summary>Decides.</summary>
    /// <exception cref="Refusal">As the rpc says.</exception>
    public async Task<UnemploymentClaim> RunAsync(Wire.DecideClaimRequest request, CancellationToken cancellationToken)
    {
        var claim = await book.FindAsync(request.Name, cancellationToken);
        if (claim.State != ClaimState.Received)
        {
            throw Refusal.Precondition("unemployment.decided", $"Hồ sơ này đã có quyết định {claim.DecisionNumber}.");
        }

        Etag.Check(claim, request.Etag, "etag");
        if (claim.ReceivedBy == caller.Current.Subject)
        {
            throw Refusal.Precondition("unemployment.decided_by_proposer", "Người tiếp nhận hồ sơ không được tự quyết định; cần một người khác quyết định.");
        }

        var facts = claim.Facts;
        var found = new List<Violation>();
        var day = ClaimRules.CheckDecision(request.DecisionNumber, request.DecidedOn, facts.FiledOn, VietnamDay.Today(time), found);
        var way = request.Granted ? PayWay.Check(request.Channel, request.Account, found) : null;
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        var given = BenefitAssessment.Of(facts, UnemploymentLaw.On(day!.Value)!);
        if (ClaimRules.Disagreement(request.Granted, given, facts, day.Value) is { } problem)
        {
            throw new Refusal(RefusalKind.FailedPrecondition, problem.Code, problem.Message)
            {
                Metadata = new Dictionary<string, string> { ["reasons"] = string.Join(",", given.Reasons) },
            };
        }

        var worker = await db.Workers.SingleAsync(one => one.Id == claim.WorkerId, cancellationToken);
        claim.Decide(given, request.DecisionNumber.Trim(), day.Value, caller.Current.Subject, time.GetUtcNow());
        if (way is not null)
        {
            claim.EntitlementId = await benefits.StartAsync(claim, given, worker, way, cancellationToken);
        }

        claim.ToldBy = db.Emit(
            ClaimRules.Decided(claim, worker), claim.Id, day.Value, CommuneOnDay.Of(areas, claim.AreaCode, claim.FiledOn, day.Value));
        return claim;
    }

    /// <summary>Revokes.</summary>
    /// <exception cref="Refusal">As the rpc says.</exception>
    public async Task<UnemploymentClaim> RevokeAsync(Wire.RevokeDecisionRequest request, CancellationToken cancellationToken)
    {
        var claim = await book.FindAsync(request.Name, cancellationToken);
        if (claim.State == ClaimState.Revoked)
        {
            throw Refusal.Precondition("unemployment.revoked", "Quyết định này đã bị hủy.");
        }

        if (claim is not { ToldBy: { } told, DecidedOn: { } day })
        {
            throw Refusal.Precondition("unemployment.not_decided", "Hồ sơ này chưa có quyết định để hủy.");
        }

        Etag.Check(claim, request.Etag, "etag");
        claim.RevokedBecause = PlacementBook.RequireReason(request.Reason);
        claim.State = ClaimState.Revoked;
        claim.UpdatedAt = time.GetUtcNow();
        await benefits.VoidAsync(claim, cancellationToken);
        db.Emit(
            new UnemploymentDecisionRevoked { Replaces = told }, claim.Id, day, CommuneOnDay.Of(areas, claim.AreaCode, claim.FiledOn, day), told);
        return claim;
    }
}
