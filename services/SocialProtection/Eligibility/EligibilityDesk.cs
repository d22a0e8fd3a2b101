using System.Globalization;
using AnSinh.Contracts.Events.Protection.V1;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.SocialProtection.Data;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Protection.V1;

namespace AnSinh.SocialProtection.Eligibility;

/// <summary>Takes applications, finds who is eligible and says when that ends.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="people">What a person must look like.</param>
/// <param name="registry">Finds and makes people.</param>
/// <param name="messages">People as messages.</param>
/// <param name="cipher">Encrypts what applicants say of health and family.</param>
/// <param name="scope">The caller's areas, for a record.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
/// <param name="time">Clock.</param>
public sealed class EligibilityDesk(
    ProtectionDb db, PersonRules people, PersonRegistry<ProtectionDb> registry, PersonMessages messages, FieldCipher cipher, RecordScope scope,
    AreaDirectory areas, CallerAccessor caller, TimeProvider time)
{
    const string Collection = "applications";
    const int MostChildren = 20;
    const int LongestReason = 200;

    /// <summary>Records and assesses an application.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; PERMISSION_DENIED <c>area.out_of_scope</c>; ALREADY_EXISTS
    /// <c>eligibility.applied_already</c>.</exception>
    public async Task<Wire.AssistanceApplication> ApplyAsync(Wire.ApplyForAssistanceRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Application ?? new Wire.AssistanceApplication();
        var facts = sent.Facts ?? new Wire.AssistanceFacts();
        var (draft, day) = Check(sent, facts);
        scope.Require(sent.AreaCode, day);
        var person = await registry.FindOrRegisterAsync(draft, cancellationToken);
        if (await db.Applications.AnyAsync(one => one.PersonId == person.Id && one.AppliedOn == day, cancellationToken))
        {
            throw Refusal.AlreadyExists("eligibility.applied_already", "Người này đã có hồ sơ đề nghị trợ giúp cùng ngày.");
        }

        var met = AssistanceClauses.Met(draft.Birth!.Value.Earliest, facts, day);
        var application = new AssistanceApplicationRecord
        {
            Id = TimeOrderedId.Next(time),
            PersonId = person.Id,
            AreaCode = sent.AreaCode,
            AppliedOn = day,
            SealedFacts = cipher.Encrypt(Convert.ToBase64String(facts.ToByteArray())),
            Findings = string.Join(',', met.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Category}:{one.Multiplier}"))),
            State = met.Count > 0 ? ApplicationState.Eligible : ApplicationState.NotEligible,
            Reason = met.Count > 0 ? "" : "Không thuộc khoản nào của Điều 5 Nghị định 20/2021/NĐ-CP vào ngày đề nghị.",
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(application);
        foreach (var one in met)
        {
            db.Emit(new EligibilityFound { PersonKey = person.PersonKey, Category = one.Category }, application.Id, day, application.AreaCode);
        }

        return Of(application, messages.ForCommand(person), draft.Birth!.Value.Earliest, EtagAfterSaving.Of(db, application), withFacts: false);
    }

    /// <summary>Gets an application.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>eligibility.not_found</c>; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.AssistanceApplication> GetAsync(Wire.GetAssistanceApplicationRequest request, CancellationToken cancellationToken)
    {
        var application = await RequireAsync(request.Name, cancellationToken);
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(one => one.Id == application.PersonId, cancellationToken);
        return Of(application, messages.ForQuery(person, ProtectionModule.ReadIdentity), person.Birth!.Value.Earliest, Etag.Of(application));
    }

    /// <summary>Lists applications of the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListAssistanceApplicationsResponse> ListAsync(Wire.ListAssistanceApplicationsRequest request, CancellationToken cancellationToken)
    {
        var rows = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode).Apply(db.Applications.AsNoTracking(), one => one.AreaCode, one => one.AppliedOn);
        if (request.State != Wire.EligibilityState.Unspecified)
        {
            var state = (ApplicationState)request.State;
            rows = rows.Where(one => one.State == state);
        }

        var page = await rows.FirstMadeFirstAsync(request, one => one.Id, cancellationToken);
        var ids = page.Rows.Select(one => one.PersonId).ToList();
        var known = await db.Set<Person>().AsNoTracking().Where(one => EF.Parameter(ids).Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
        var response = new Wire.ListAssistanceApplicationsResponse { NextPageToken = page.NextPageToken };
        response.Applications.AddRange(page.Rows.Select(one => Of(
            one, messages.ForQuery(known[one.PersonId], ProtectionModule.ReadIdentity), known[one.PersonId].Birth!.Value.Earliest, Etag.Of(one))));
        return response;
    }

    /// <summary>Says that somebody found eligible no longer is.</summary>
    /// <exception cref="Refusal">As <see cref="GetAsync"/>; INVALID_ARGUMENT with the field; FAILED_PRECONDITION <c>eligibility.not_eligible</c>;
    /// ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<Wire.AssistanceApplication> EndAsync(Wire.EndEligibilityRequest request, CancellationToken cancellationToken)
    {
        var application = await RequireAsync(request.Name, cancellationToken);
        if (application.State != ApplicationState.Eligible)
        {
            throw Refusal.Precondition("eligibility.not_eligible", "Hồ sơ này không ở trạng thái đủ điều kiện.");
        }

        Etag.Check(application, request.Etag, "etag");
        var day = WireDate.ToDay(request.EndedOn, "ended_on");
        if (day is not { } ended || ended < application.AppliedOn || ended > VietnamDay.Today(time))
        {
            throw Refusal.Invalid("ended_on", "eligibility.ended_on_invalid", "Phải ghi ngày hết điều kiện, từ ngày đề nghị đến hôm nay.");
        }

        application.Reason = request.Reason.Trim() is { Length: > 0 and <= LongestReason } reason
            ? reason
            : throw Refusal.Invalid("reason", "reason.invalid", $"Phải ghi lý do, từ 1 đến {LongestReason} ký tự.");
        application.State = ApplicationState.Ended;
        application.EndedOn = ended;
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(one => one.Id == application.PersonId, cancellationToken);
        foreach (var category in application.Findings.Split(',').Select(one => one.Split(':')[0]))
        {
            db.Emit(
                new EligibilityLost { PersonKey = person.PersonKey, Category = category }, application.Id, ended,
                CommuneOnDay.Of(areas, application.AreaCode, application.AppliedOn, ended));
        }

        return Of(application, messages.ForCommand(person), person.Birth!.Value.Earliest, EtagAfterSaving.Of(db, application), withFacts: false);
    }

    (PersonDraft Person, DateOnly Day) Check(Wire.AssistanceApplication sent, Wire.AssistanceFacts facts)
    {
        var found = new List<Violation>();
        var today = VietnamDay.Today(time);
        var day = WireDate.ToDay(sent.AppliedOn, "application.applied_on", found);
        if (day is null || day > today)
        {
            found.Add(new Violation("application.applied_on", "eligibility.applied_on_invalid", "Phải ghi ngày đề nghị, không ở trong tương lai."));
        }

        CommuneRules.Check(areas, sent.AreaCode, day ?? today, "application.area_code", found);
        var draft = people.Check(sent.Person, "application.person", today, day, found);
        if (draft is not null && draft.Birth is not { Day: > 0 })
        {
            found.Add(new Violation("application.person.birth_date", "eligibility.birth_date_incomplete", "Điều kiện tính theo tuổi: phải ghi đủ ngày, tháng, năm sinh."));
        }

        if (facts.ChildrenOfSingleParent is < 0 or > MostChildren)
        {
            found.Add(new Violation("application.facts.children_of_single_parent", "eligibility.children_out_of_range", $"Số con của người đơn thân phải từ 0 đến {MostChildren}."));
        }

        return found.Count == 0 ? (draft!, day!.Value) : throw Refusal.Invalid(found);
    }

    async Task<AssistanceApplicationRecord> RequireAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(Collection, name, "name");
        var application = await db.Applications.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("eligibility.not_found", "Không có hồ sơ đề nghị trợ giúp này.");
        scope.Require(application.AreaCode, application.AppliedOn);
        return application;
    }

    Wire.AssistanceApplication Of(AssistanceApplicationRecord application, AnSinh.Contracts.Common.V1.Person person, DateOnly birth, string etag, bool withFacts = true)
    {
        // The answer to a command is kept in the database as it is: what is said of health and family stays out of it.
        var facts = Wire.AssistanceFacts.Parser.ParseFrom(Convert.FromBase64String(cipher.Decrypt(application.SealedFacts)));
        var message = new Wire.AssistanceApplication
        {
            Name = ResourceName.Format(Collection, application.Id),
            Person = person,
            AreaCode = application.AreaCode,
            AppliedOn = WireDate.Of(application.AppliedOn),
            Facts = withFacts ? facts : null,
            State = (Wire.EligibilityState)application.State,
            Reason = application.Reason,
            Etag = etag,
            CreateTime = Timestamp.FromDateTimeOffset(application.CreatedAt),
        };
        message.Findings.AddRange(AssistanceClauses.Met(birth, facts, application.AppliedOn).Select(one => new Wire.AssistanceFinding
        {
            Category = one.Category,
            MultiplierThousandths = one.Multiplier,
            Reason = one.Reason,
        }));
        return message;
    }
}
