using AnSinh.MeritoriousPersons.Data;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.LivingStandards;

/// <summary>One form, checked as far as it can be without its survey.</summary>
/// <param name="Line">Line in the sender's file.</param>
/// <param name="Survey">Survey; empty when refused.</param>
/// <param name="Sent">The form as sent.</param>
/// <param name="Violations">Why refused; empty for a good one.</param>
public sealed record FormRow(long Line, Guid Survey, Wire.LivingStandardFormRow Sent, IReadOnlyList<Violation> Violations) : ICheckedRow;

/// <summary>What a chunk of forms will change.</summary>
public sealed class FormChunk : IChunkPlan
{
    /// <summary>People to register.</summary>
    public List<Person> People { get; } = [];

    /// <summary>Forms to record.</summary>
    public List<LivingStandardForm> Forms { get; } = [];

    /// <inheritdoc/>
    public ChunkResults Results { get; } = new();
}

/// <summary>Imports forms: a household, known by its head, has one form a survey. No event: figures are made when a commune is approved.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="registry">Finds and makes people.</param>
/// <param name="rules">What a person must look like.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
public sealed class FormImportSteps(
    MeritDb db, PersonRegistry<MeritDb> registry, PersonRules rules, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
    : IImportSteps<Wire.LivingStandardFormRow, FormRow, FormChunk>
{
    const int MostMembers = 50;
    readonly DateOnly today = VietnamDay.Today(time);

    /// <inheritdoc/>
    public FormRow Check(Wire.LivingStandardFormRow sent)
    {
        var found = new List<Violation>(0);
        if (!ResourceName.TryParse(SurveyBook.Collection, sent.Survey, out var survey))
        {
            found.Add(ResourceName.Malformed(SurveyBook.Collection, sent.Survey, "survey"));
        }

        if (sent.Members is < 1 or > MostMembers)
        {
            found.Add(new Violation("members", "survey.members_out_of_range", $"Số người trong hộ phải từ 1 đến {MostMembers}."));
        }

        if (sent.MonthlyIncomeVnd < 0)
        {
            found.Add(new Violation("monthly_income_vnd", "survey.income_negative", "Thu nhập bình quân không được âm."));
        }

        if (!Enum.IsDefined((LivingStandard)sent.LivingStandard))
        {
            found.Add(new Violation("living_standard", "survey.living_standard_required", "Phải ghi mức sống: trên trung bình, trung bình hoặc dưới trung bình."));
        }

        return new FormRow(sent.Line, survey, sent, found);
    }

    /// <inheritdoc/>
    public async Task<FormChunk> PlanAsync(IReadOnlyList<FormRow> rows, CancellationToken cancellationToken)
    {
        var wanted = rows.Select(row => row.Survey).Distinct().ToList();
        var surveys = await db.LivingStandardSurveys.AsNoTracking().Where(one => wanted.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
        var closed = (await db.LivingStandardApprovals.AsNoTracking().Where(one => wanted.Contains(one.SurveyId))
            .Select(one => new { one.SurveyId, one.AreaCode }).ToListAsync(cancellationToken)).ConvertAll(one => (one.SurveyId, one.AreaCode)).ToHashSet();
        var checkedRows = rows.Select(row => CheckHead(row, surveys)).ToList();
        var chunk = new FormChunk();
        var people = await registry.ResolveAsync([.. checkedRows.Where(one => one.Head is not null).Select(one => one.Head!)], chunk.People, cancellationToken);
        var ids = people.Select(person => person.Id).Except(chunk.People.Select(person => person.Id)).ToList();
        var known = ids.Count == 0 ? [] : await db.LivingStandardForms.AsNoTracking().Where(one => EF.Parameter(ids).Contains(one.PersonId) && wanted.Contains(one.SurveyId))
            .ToDictionaryAsync(one => (one.PersonId, one.SurveyId), one => one.Id, cancellationToken);
        var at = 0;
        foreach (var (row, head, violations) in checkedRows)
        {
            if (head is null)
            {
                chunk.Results.Refuse(row.Line, violations);
            }
            else
            {
                Plan(row, people[at++], known, closed, chunk);
            }
        }

        return chunk;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(FormChunk plan, CancellationToken cancellationToken)
    {
        await BulkInsert.InsertAsync(db, plan.People, cancellationToken);
        await BulkInsert.InsertAsync(db, plan.Forms, cancellationToken);
    }

    (FormRow Row, PersonDraft? Head, IReadOnlyList<Violation> Violations) CheckHead(
        FormRow row, Dictionary<Guid, LivingStandardSurvey> surveys)
    {
        if (row.Violations.Count > 0)
        {
            return (row, null, row.Violations);
        }

        if (!surveys.TryGetValue(row.Survey, out var survey))
        {
            return (row, null, [new Violation("survey", "survey.not_found", "Không có cuộc khảo sát này.")]);
        }

        var found = new List<Violation>(0);
        var area = row.Sent.AreaCode;
        if (CommuneRules.Check(areas, area, survey.SurveyedOn, "area_code", found))
        {
            if (!areas.IsWithin(area, survey.AreaCode, survey.SurveyedOn))
            {
                found.Add(new Violation("area_code", "survey.other_province", $"Xã {area} không thuộc tỉnh {survey.AreaCode} được khảo sát."));
            }
            else if (!caller.Current.Areas.Covers(areas, area, survey.SurveyedOn))
            {
                found.Add(new Violation("area_code", "area.out_of_scope", AreaScope.OutOfScope(area).Message));
            }
        }

        var head = rules.Check(row.Sent.Head, "head", today, survey.SurveyedOn, found);
        return (row, found.Count == 0 ? head : null, found);
    }

    void Plan(FormRow row, Person head, Dictionary<(Guid, Guid), Guid> known, HashSet<(Guid, string)> closed, FormChunk chunk)
    {
        if (known.TryGetValue((head.Id, row.Survey), out var met))
        {
            chunk.Results.Present(row.Line, ResourceName.Format("livingStandardForms", met));
            return;
        }

        if (closed.Contains((row.Survey, row.Sent.AreaCode)))
        {
            // Said only of new forms: the same file sent again after the approval still changes nothing.
            chunk.Results.Refuse(row.Line, new Violation(
                "area_code", "survey.commune_approved", $"Phiếu của xã {row.Sent.AreaCode} đã được phê duyệt, không nhận thêm."));
            return;
        }

        var form = new LivingStandardForm
        {
            Id = TimeOrderedId.Next(time),
            SurveyId = row.Survey,
            PersonId = head.Id,
            AreaCode = row.Sent.AreaCode,
            Members = row.Sent.Members,
            MonthlyIncomeVnd = row.Sent.MonthlyIncomeVnd,
            Standard = (LivingStandard)row.Sent.LivingStandard,
            CreatedAt = time.GetUtcNow(),
        };
        known.Add((head.Id, row.Survey), form.Id);
        chunk.Forms.Add(form);
        chunk.Results.Recorded(row.Line, ResourceName.Format("livingStandardForms", form.Id));
    }
}
