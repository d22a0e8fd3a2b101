using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Plans;

/// <summary>Sets a plan or adjusts it. The same content again changes nothing; another content makes a new version.</summary>
/// <param name="db">The command's database.</param>
/// <param name="rules">What a plan must be.</param>
/// <param name="caller">Who sets it.</param>
/// <param name="time">Clock.</param>
public sealed class SetPlan(ReportingDb db, PlanRules rules, CallerAccessor caller, TimeProvider time)
{
    /// <summary>Sets the plan; the command's transaction saves it.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<Contracts.Reporting.V1.Plan> RunAsync(SetPlanRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Plan ?? throw Refusal.Invalid("plan", "plan.missing", "Chưa ghi nội dung kế hoạch.");
        if (rules.Check(sent) is { Count: > 0 } violations)
        {
            throw Refusal.Invalid(violations);
        }

        var plan = await db.Plans.SingleOrDefaultAsync(
            row => row.Indicator == sent.Indicator && row.AreaCode == sent.AreaCode && row.Year == sent.Year, cancellationToken);
        if (plan is null)
        {
            return sent.Etag.Length > 0
                ? throw Refusal.Conflict("etag.mismatch", "Kế hoạch này chưa có; hãy gửi lại không kèm etag.", null)
                : Put(null, sent, "");
        }

        if (!IsSame(plan, sent, plan.PartOf))
        {
            Etag.Check(plan, sent.Etag, "plan.etag");
            await RequireNoFixedShareAsync(plan, cancellationToken);
        }

        return Put(plan, sent, plan.PartOf);
    }

    /// <summary>Makes the plan, or a new version of it unless it says the same already. The content is right and the caller may change it.</summary>
    /// <param name="plan">The plan as it stands; null when there is none.</param>
    /// <param name="sent">Its content.</param>
    /// <param name="partOf">Unit from whose plan it is handed down; empty for none.</param>
    internal Contracts.Reporting.V1.Plan Put(Plan? plan, Contracts.Reporting.V1.Plan sent, string partOf)
    {
        if (plan is not null && IsSame(plan, sent, partOf))
        {
            return PlanMessages.Of(plan);
        }

        var version = (plan?.Version ?? 0) + 1;
        if (plan is null)
        {
            plan = new Plan { Indicator = sent.Indicator, AreaCode = sent.AreaCode, Year = sent.Year, Target = "", LegalBasis = "", SetBy = "" };
            db.Add(plan);
        }

        Fill(plan, sent, partOf);
        return Keep(plan, version);
    }

    /// <summary>Whether a plan says what is sent.</summary>
    internal static bool IsSame(Plan plan, Contracts.Reporting.V1.Plan sent, string partOf) =>
        plan.TargetValue == PlanTarget.Read(sent.Target) && plan.TargetToValue == (sent.TargetTo.Length == 0 ? null : PlanTarget.Read(sent.TargetTo))
        && (int)plan.Comparator == (int)sent.Comparator && (int)plan.Direction == (int)sent.Direction && plan.LegalBasis == sent.LegalBasis
        && plan.EffectiveOn == PlanRules.FirstDay(sent) && plan.PartOf == partOf;

    /// <summary>A share that must add up with others cannot change without them.</summary>
    async Task RequireNoFixedShareAsync(Plan plan, CancellationToken cancellationToken)
    {
        if (plan.PartOf.Length > 0 && await db.PlanBreakdowns.AnyAsync(
            row => row.Indicator == plan.Indicator && row.AreaCode == plan.PartOf && row.Year == plan.Year && row.MustAddUp, cancellationToken))
        {
            throw Refusal.Precondition(
                "plan.part_of_breakdown", $"Kế hoạch này được phân bổ từ địa bàn {plan.PartOf} và tổng phải khớp; hãy sửa cả bảng phân bổ (SetPlanBreakdown).");
        }
    }

    void Fill(Plan plan, Contracts.Reporting.V1.Plan sent, string partOf)
    {
        plan.Target = sent.Target;
        plan.TargetTo = sent.TargetTo;
        plan.Direction = (PlanDirection)(int)sent.Direction;
        plan.Comparator = (PlanComparator)(int)sent.Comparator;
        plan.LegalBasis = sent.LegalBasis;
        plan.EffectiveOn = PlanRules.FirstDay(sent);
        plan.PartOf = partOf;
        plan.SetBy = caller.Current.Subject;
        plan.SetAt = time.GetUtcNow();
    }

    /// <summary>Keeps the version; the plan's own number goes up only when it is saved.</summary>
    Contracts.Reporting.V1.Plan Keep(Plan plan, int version)
    {
        db.Add(new PlanVersion
        {
            Indicator = plan.Indicator,
            AreaCode = plan.AreaCode,
            Year = plan.Year,
            Version = version,
            Target = plan.Target,
            TargetTo = plan.TargetTo,
            Direction = plan.Direction,
            Comparator = plan.Comparator,
            LegalBasis = plan.LegalBasis,
            EffectiveOn = plan.EffectiveOn,
            PartOf = plan.PartOf,
            SetBy = plan.SetBy,
            SetAt = plan.SetAt,
        });
        return PlanMessages.Of(plan, version, version);
    }
}
