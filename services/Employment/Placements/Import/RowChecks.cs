using AnSinh.Employment.Employers;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Placements.Import;

/// <summary>Checks the rows of one import, in their order: everything that needs no database. One object for one import.</summary>
/// <param name="rules">What a placement must look like.</param>
/// <param name="workerRules">What a worker must look like.</param>
/// <param name="employerRules">What an employer must look like.</param>
/// <param name="keys">Person keys.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="today">Today.</param>
sealed class RowChecks(
    PlacementRules rules, WorkerRules workerRules, EmployerRules employerRules, PersonKeys keys, AreaDirectory areas, AreaScope scope, DateOnly today)
{
    readonly FileSequence sequence = new();
    readonly List<Violation> found = [];

    /// <summary>Checks the next row.</summary>
    public ImportRow Check(Wire.PlacementRow row)
    {
        found.Clear();
        var sent = row.Placement ?? new Wire.Placement();
        var draft = rules.Check(sent, "placement", today, found);
        if (draft is not null && !scope.Covers(areas, draft.AreaCode, draft.StartDate))
        {
            found.Add(new Violation("placement.area_code", "area.out_of_scope", AreaScope.OutOfScope(draft.AreaCode).Message));
        }

        var worker = CheckWorker(row, sent, draft, out var workerId);
        var employer = CheckEmployer(row, sent, draft, out var employerId);
        if (draft is not null && worker is not null)
        {
            AgeRules.Check(worker.Birth, draft.StartDate, "placement", found);
        }

        if (found.Count > 0)
        {
            return ImportRow.Refused(row.Line, [.. found]);
        }

        var personKey = worker?.Number is { } number ? keys.ForCitizenNumber(number.Digits) : null;
        var key = Key(draft!, worker, personKey, workerId, employer, employerId, row.Line, out var firstLine);
        return firstLine is { } line
            ? ImportRow.Refused(row.Line, new Violation("placement", "placement.duplicate_in_file", $"Dòng này lặp lại dòng {line} của cùng tệp."))
            : new ImportRow
            {
                Line = row.Line,
                Draft = draft,
                Worker = worker,
                PersonKey = personKey,
                WorkerId = workerId,
                Employer = employer,
                EmployerId = employerId,
                Key = key,
            };
    }

    byte[] Key(
        PlacementDraft draft, WorkerDraft? worker, string? personKey, Guid? workerId, EmployerDraft? employer, Guid? employerId,
        long line, out long? firstLine)
    {
        var person = workerId is { } id ? $"w:{id:N}"
            : personKey is not null ? NaturalKey.OfPerson(personKey)
            : NaturalKey.OfPerson(worker!.FullName, worker.Birth, draft.AreaCode);
        var with = employerId is { } named ? $"e:{named:N}" : employer is null ? "" : NaturalKey.OfEmployer(employer.TaxCode, employer.DisplayName);
        var key = NaturalKey.Of(person, draft.StartDate, draft.Channel, with, 0);
        if (workerId is not null || personKey is not null)
        {
            firstLine = sequence.FirstLine(key, line);
            return key;
        }

        firstLine = null;
        var ordinal = sequence.NextOrdinal(key);
        return ordinal == 0 ? key : NaturalKey.Of(person, draft.StartDate, draft.Channel, with, ordinal);
    }

    WorkerDraft? CheckWorker(Wire.PlacementRow row, Wire.Placement sent, PlacementDraft? draft, out Guid? id)
    {
        id = null;
        if (sent.Worker.Length > 0)
        {
            id = Named(WorkerMessages.Collection, sent.Worker, "placement.worker");
            if (row.Worker is not null)
            {
                found.Add(new Violation("worker", "worker.given_twice", "Chỉ ghi một trong hai: placement.worker hoặc worker."));
            }

            return null;
        }

        if (row.Worker is null)
        {
            found.Add(new Violation("worker", "worker.required", "Phải ghi người lao động."));
            return null;
        }

        return workerRules.Check(row.Worker, "worker", today, (sent.AreaCode, draft?.StartDate), found);
    }

    EmployerDraft? CheckEmployer(Wire.PlacementRow row, Wire.Placement sent, PlacementDraft? draft, out Guid? id)
    {
        id = sent.Employer.Length > 0 ? Named(EmployerGrpc.Collection, sent.Employer, "placement.employer") : null;
        if (row.Employer is null)
        {
            return null;
        }

        if (sent.Employer.Length > 0)
        {
            found.Add(new Violation("employer", "employer.given_twice", "Chỉ ghi một trong hai: placement.employer hoặc employer."));
            return null;
        }

        return employerRules.Check(row.Employer, "employer", today, draft?.StartDate, areaRequired: false, found);
    }

    Guid? Named(string collection, string name, string field)
    {
        if (ResourceName.TryParse(collection, name, out var id))
        {
            return id;
        }

        found.Add(ResourceName.Malformed(collection, name, field));
        return null;
    }
}
