using AnSinh.BenefitPayments;
using AnSinh.Employment.Placements;
using AnSinh.Employment.UnemploymentPayments;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Unemployment.Import;

/// <summary>Checks the rows of one import, in their order: everything that needs no database, the law included.</summary>
/// <param name="rules">What a claim must look like.</param>
/// <param name="workerRules">What a worker must look like.</param>
/// <param name="keys">Person keys.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
public sealed class DecisionChecks(
    ClaimRules rules, WorkerRules workerRules, PersonKeys keys, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
{
    readonly FileSequence sequence = new();
    readonly DateOnly today = VietnamDay.Today(time);

    /// <summary>Checks the next row.</summary>
    public DecisionImportRow Check(Wire.DecisionRow sent)
    {
        var found = new List<Violation>(0);
        var facts = ClaimRules.CheckFacts(sent.Facts, "facts.", today, found);
        rules.CheckArea(sent.AreaCode, facts, "area_code", found);
        if (found.Count == 0 && !caller.Current.Areas.Covers(areas, sent.AreaCode, facts!.FiledOn))
        {
            found.Add(new Violation("area_code", "area.out_of_scope", AreaScope.OutOfScope(sent.AreaCode).Message));
        }

        var worker = sent.Worker is null ? null : workerRules.Check(sent.Worker, "worker", today, (sent.AreaCode, facts?.FiledOn), found);
        if (sent.Worker is null)
        {
            found.Add(new Violation("worker", "worker.required", "Phải ghi người lao động."));
        }

        var given = facts is null ? null : CheckDecision(sent, facts, found);
        var payable = CheckPayment(sent, given?.Given, found);
        if (found.Count > 0)
        {
            return new DecisionImportRow { Line = sent.Line, Violations = found };
        }

        var personKey = worker!.Number is { } number ? keys.ForCitizenNumber(number.Digits) : null;
        return new DecisionImportRow
        {
            Line = sent.Line,
            Violations = found,
            Facts = facts,
            Given = given!.Value.Given,
            Worker = worker,
            AreaCode = sent.AreaCode,
            DecisionNumber = sent.DecisionNumber.Trim(),
            DecidedOn = given.Value.On,
            PayableFrom = payable?.From,
            Way = payable?.Way,
            PersonKey = personKey,
            Key = personKey is null ? NextKey(worker, sent.AreaCode, facts!.FiledOn) : [],
        };
    }

    (BenefitAssessment Given, DateOnly On)? CheckDecision(Wire.DecisionRow sent, ClaimFacts facts, List<Violation> found)
    {
        if (ClaimRules.CheckDecision(sent.DecisionNumber, sent.DecidedOn, facts.FiledOn, today, found) is not { } on)
        {
            return null;
        }

        var given = BenefitAssessment.Of(facts, UnemploymentLaw.On(on)!);
        if (ClaimRules.Disagreement(sent.Granted, given, facts, on) is { } problem)
        {
            found.Add(problem);
        }
        else if (sent.MonthlyVnd != 0 && sent.MonthlyVnd != given.MonthlyVnd)
        {
            found.Add(new Violation(
                "monthly_vnd", "unemployment.amount_differs",
                $"Mức hưởng {sent.MonthlyVnd} đồng khác mức tính theo luật là {given.MonthlyVnd} đồng."));
        }

        return (given, on);
    }

    /// <summary>From which month of its term on a benefit is paid here; null when it is not.</summary>
    static (int From, PayWay Way)? CheckPayment(Wire.DecisionRow sent, BenefitAssessment? given, List<Violation> found)
    {
        if (sent.PayableFrom is null)
        {
            return null;
        }

        var month = PayMonth.Read(sent.PayableFrom, "payable_from", found);
        var way = PayWay.Check(sent.Channel, sent.Account, found);
        if (given is not { IsEligible: true } || month is not { } from)
        {
            return null;
        }

        var term = BenefitTerm.Of(given);
        return from > term.Last ? null : (Math.Max(from, term.First), way);
    }

    /// <summary>Rows of people without a number who agree in everything may be several people: they get ordinals in the order of the file.</summary>
    byte[] NextKey(WorkerDraft worker, string areaCode, DateOnly filedOn)
    {
        var person = NaturalKey.OfPerson(worker.FullName, worker.Birth, areaCode);
        var first = ClaimRules.Key(person, filedOn, 0);
        var ordinal = sequence.NextOrdinal(first);
        return ordinal == 0 ? first : ClaimRules.Key(person, filedOn, ordinal);
    }
}
