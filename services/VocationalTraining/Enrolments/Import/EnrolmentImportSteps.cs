using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Enrolments.Import;

/// <summary>What is done with the rows of an import of enrolments; one object for one import.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="rules">What an enrolment must look like.</param>
/// <param name="people">Finds and registers people.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
public sealed class EnrolmentImportSteps(
    TrainingDb db, EnrolmentRules rules, PersonRegistry<TrainingDb> people, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
    : IImportSteps<Wire.EnrolmentRow, EnrolmentImportRow, EnrolmentPlan>
{
    readonly DateOnly today = VietnamDay.Today(time);

    /// <inheritdoc/>
    public EnrolmentImportRow Check(Wire.EnrolmentRow sent)
    {
        var found = new List<Violation>(0);
        var draft = rules.Check(sent.Trainee, sent.EnrolledOn, sent.AreaCode, sent.RuralSubsidy, "", today, found);
        if (draft is not null && !caller.Current.Areas.Covers(areas, draft.AreaCode, draft.EnrolledOn))
        {
            found.Add(new Violation("area_code", "area.out_of_scope", AreaScope.OutOfScope(draft.AreaCode).Message));
        }

        var completed = WireDate.ToDay(sent.CompletedOn, "completed_on", found);
        if (completed is not null && draft is not null)
        {
            EnrolmentRules.CheckLater(completed, draft.EnrolledOn, today, "completed_on", "enrolment.completed_on_out_of_range", found);
        }

        return new EnrolmentImportRow
        {
            Line = sent.Line,
            Violations = found,
            Draft = draft,
            InstitutionCode = sent.InstitutionCode,
            ProgrammeCode = sent.ProgrammeCode,
            CompletedOn = completed,
        };
    }

    /// <inheritdoc/>
    public async Task<EnrolmentPlan> PlanAsync(IReadOnlyList<EnrolmentImportRow> rows, CancellationToken cancellationToken)
    {
        var plan = new EnrolmentPlan();
        var programmes = await ProgrammesAsync(rows, cancellationToken);
        var judged = rows.Select(row => (Row: row, Programme: Find(row, programmes, out var problem), Problem: problem)).ToList();
        var good = judged.FindAll(one => one.Programme is not null);
        var trainees = await people.ResolveAsync([.. good.Select(one => one.Row.Draft!.Trainee)], plan.People, cancellationToken);
        var keys = good.Select((one, at) => EnrolmentKey.Of(trainees[at].Id, one.Programme!.Programme.Id, one.Row.Draft!.EnrolledOn, 0)).ToList();
        var known = await db.Enrolments.KnownIdsAsync(keys, cancellationToken);
        var at = 0;
        foreach (var (row, programme, problem) in judged)
        {
            if (programme is null)
            {
                plan.Results.Refuse(row.Line, problem is null ? row.Violations : [problem]);
                continue;
            }

            var (key, trainee) = (keys[at], trainees[at]);
            at++;
            if (known.TryGetValue(key, out var met))
            {
                plan.Results.Present(row.Line, ResourceName.Format(EnrolmentMessages.Collection, met));
                continue;
            }

            var enrolment = Make(row, programme, trainee, key);
            known.Add(key, enrolment.Id);
            plan.Enrolments.Add((enrolment, trainee));
            plan.Results.Recorded(row.Line, ResourceName.Format(EnrolmentMessages.Collection, enrolment.Id));
        }

        return plan;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(EnrolmentPlan plan, CancellationToken cancellationToken)
    {
        var events = new List<OutboxRow>(plan.Enrolments.Count);
        foreach (var (enrolment, trainee) in plan.Enrolments)
        {
            var told = db.Draft(EnrolmentBook.Enrolled(enrolment, trainee), enrolment.Id, enrolment.EnrolledOn, enrolment.AreaCode);
            enrolment.BookedBy = told.EventId;
            events.Add(told);
            if (enrolment.EndedOn is { } day)
            {
                var area = CommuneOnDay.Of(areas, enrolment.AreaCode, enrolment.EnrolledOn, day);
                var completed = db.Draft(EnrolmentBook.Completed(enrolment, trainee), enrolment.Id, day, area, told.EventId);
                enrolment.EndToldBy = completed.EventId;
                events.Add(completed);
            }
        }

        await BulkInsert.InsertAsync(db, plan.People, cancellationToken);
        await BulkInsert.InsertAsync(db, [.. plan.Enrolments.Select(one => one.Enrolment)], cancellationToken);
        await BulkInsert.InsertAsync(db, events, cancellationToken);
    }

    Enrolment Make(EnrolmentImportRow row, NamedProgramme named, Person trainee, byte[] key)
    {
        var now = time.GetUtcNow();
        return new Enrolment
        {
            Id = TimeOrderedId.Next(time),
            NaturalKey = key,
            PersonId = trainee.Id,
            ProgrammeId = named.Programme.Id,
            InstitutionId = named.Institution.Id,
            Level = named.Programme.Level,
            EnrolledOn = row.Draft!.EnrolledOn,
            AreaCode = row.Draft.AreaCode,
            RuralSubsidy = row.Draft.RuralSubsidy,
            State = row.CompletedOn is null ? EnrolmentState.Studying : EnrolmentState.Completed,
            EndedOn = row.CompletedOn,
            CreatedAt = now,
            UpdatedAt = now,
            Version = 1,
        };
    }

    async Task<Dictionary<(string, string), NamedProgramme>> ProgrammesAsync(IReadOnlyList<EnrolmentImportRow> rows, CancellationToken cancellationToken)
    {
        var codes = rows.Where(row => row.Violations.Count == 0).Select(row => row.InstitutionCode).Distinct().ToList();
        var found = codes.Count == 0 ? [] : await db.Programmes.AsNoTracking()
            .Join(db.Institutions.AsNoTracking().Where(one => codes.Contains(one.Code)), one => one.InstitutionId, one => one.Id,
                (programme, institution) => new { programme, institution })
            .ToListAsync(cancellationToken);
        return found.ToDictionary(one => (one.institution.Code, one.programme.Code), one => new NamedProgramme(one.programme, one.institution));
    }

    static NamedProgramme? Find(EnrolmentImportRow row, Dictionary<(string, string), NamedProgramme> programmes, out Violation? problem)
    {
        problem = null;
        if (row.Violations.Count > 0)
        {
            return null;
        }

        if (!programmes.TryGetValue((row.InstitutionCode, row.ProgrammeCode), out var named))
        {
            problem = new Violation(
                "programme_code", "programme.not_found",
                $"Không có chương trình mã “{TrainingCodes.Shown(row.ProgrammeCode)}” của cơ sở mã “{TrainingCodes.Shown(row.InstitutionCode)}”.");
            return null;
        }

        if (!named.Institution.WorkedOn(row.Draft!.EnrolledOn))
        {
            problem = new Violation("institution_code", "institution.closed", EnrolmentBook.NotWorking(named.Institution, row.Draft.EnrolledOn));
            return null;
        }

        return named;
    }
}
