using AnSinh.Employment.Data;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Unemployment;

/// <summary>Receives a claim (tiếp nhận hồ sơ hưởng trợ cấp thất nghiệp).</summary>
/// <param name="db">The scope's database.</param>
/// <param name="rules">What a claim must look like.</param>
/// <param name="workers">Finds and registers the worker.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="caller">Who receives it.</param>
/// <param name="time">Clock.</param>
public sealed class RecordClaim(
    EmploymentDb db, ClaimRules rules, WorkerOfRecord workers, RecordScope scope, CallerAccessor caller, TimeProvider time)
{
    /// <summary>Receives.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; NOT_FOUND <c>worker.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>; ALREADY_EXISTS <c>unemployment.claim_open</c>, <c>unemployment.duplicate</c> with the other one's name.</exception>
    public async Task<UnemploymentClaim> RunAsync(Wire.RecordClaimRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Claim ?? new Wire.UnemploymentClaim();
        var found = new List<Violation>();
        var facts = ClaimRules.CheckFacts(sent.Facts, "claim.facts.", VietnamDay.Today(time), found);
        rules.CheckArea(sent.AreaCode, facts, "claim.area_code", found);
        var whole = workers.Check(sent.Worker, request.NewWorker, "claim.worker", (sent.AreaCode, facts?.FiledOn), found);
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        scope.Require(sent.AreaCode, facts!.FiledOn);
        var worker = await workers.FindOrRegisterAsync(sent.Worker, whole, "claim.worker", cancellationToken);
        var open = await db.UnemploymentClaims.AsNoTracking().Where(one => one.WorkerId == worker.Id && one.State == ClaimState.Received)
            .Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellationToken);
        if (open is { } other)
        {
            throw Exists("unemployment.claim_open", "Người lao động đang có hồ sơ chưa quyết định", other);
        }

        var key = await FreeKeyAsync(WorkerOfRecord.Identity(worker, sent.AreaCode), facts.FiledOn, cancellationToken);
        var claim = UnemploymentClaim.Of(facts, TimeOrderedId.Next(time), key, worker.Id, sent.AreaCode, caller.Current.Subject, time.GetUtcNow());
        db.Add(claim);
        return claim;
    }

    /// <summary>The first key that no claim has; those before it were revoked.</summary>
    async Task<byte[]> FreeKeyAsync(string person, DateOnly filedOn, CancellationToken cancellationToken)
    {
        for (var ordinal = 0; ; ordinal++)
        {
            var key = ClaimRules.Key(person, filedOn, ordinal);
            var holder = await db.UnemploymentClaims.AsNoTracking().Where(one => one.NaturalKey == key)
                .Select(one => new { one.Id, one.State }).SingleOrDefaultAsync(cancellationToken);
            if (holder is null)
            {
                return key;
            }

            if (holder.State != ClaimState.Revoked)
            {
                throw Exists("unemployment.duplicate", "Hồ sơ nộp cùng ngày của người này đã được ghi", holder.Id);
            }
        }
    }

    static Refusal Exists(string code, string message, Guid claim)
    {
        var name = ResourceName.Format(ClaimMessages.Collection, claim);
        return new Refusal(RefusalKind.AlreadyExists, code, $"{message}: {name}.")
        {
            Metadata = new Dictionary<string, string> { ["claim"] = name },
        };
    }
}
