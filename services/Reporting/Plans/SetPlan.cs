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
            return Add(sent);
        }

        if (IsSame(plan, sent))
        {
            return PlanMessages.Of(plan);
        }

        Etag.Check(plan, sent.Etag, "plan.etag");
        Fill(plan, sent);
        return Keep(plan, plan.Version + 1);
    }

    Contracts.Reporting.V1.Plan Add(Contracts.Reporting.V1.Plan sent)
    {
        if (sent.Etag.Length > 0)
        {
            throw Refusal.Conflict("etag.mismatch", "Kế hoạch này chưa có; hãy gửi lại không kèm etag.", null);
        }

        var plan = new Plan { Indicator = sent.Indicator, AreaCode = sent.AreaCode, Year = sent.Year, Target = "", LegalBasis = "", SetBy = "" };
        Fill(plan, sent);
        db.Add(plan);
        return Keep(plan, 1);
    }

    void Fill(Plan plan, Contracts.Reporting.V1.Plan sent)
    {
        plan.Target = sent.Target;
        plan.TargetTo = sent.TargetTo;
        plan.Direction = (PlanDirection)(int)sent.Direction;
        plan.Comparator = (PlanComparator)(int)sent.Comparator;
        plan.LegalBasis = sent.LegalBasis;
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
            SetBy = plan.SetBy,
            SetAt = plan.SetAt,
        });
        return PlanMessages.Of(plan, version, version);
    }

    static bool IsSame(Plan plan, Contracts.Reporting.V1.Plan sent) =>
        plan.TargetValue == PlanTarget.Read(sent.Target) && plan.TargetToValue == (sent.TargetTo.Length == 0 ? null : PlanTarget.Read(sent.TargetTo))
        && (int)plan.Comparator == (int)sent.Comparator && (int)plan.Direction == (int)sent.Direction && plan.LegalBasis == sent.LegalBasis;
}
