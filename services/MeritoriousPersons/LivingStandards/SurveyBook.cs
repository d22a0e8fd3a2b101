using System.Globalization;
using AnSinh.MeritoriousPersons.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.LivingStandards;

/// <summary>Opens, finds, counts and lists surveys.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
/// <param name="time">Clock.</param>
public sealed class SurveyBook(MeritDb db, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "livingStandardSurveys";

    /// <summary>Longest title.</summary>
    public const int LongestTitle = 100;

    /// <summary>Opens a survey.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; ALREADY_EXISTS <c>survey.duplicate</c>.</exception>
    public async Task<LivingStandardSurvey> CreateAsync(Wire.CreateLivingStandardSurveyRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Survey ?? new Wire.LivingStandardSurvey();
        var day = Check(sent);
        if (await db.LivingStandardSurveys.AnyAsync(one => one.AreaCode == sent.AreaCode && one.SurveyedOn == day, cancellationToken))
        {
            throw Refusal.AlreadyExists("survey.duplicate", $"Tỉnh {sent.AreaCode} đã có cuộc khảo sát ngày {VietnamDay.Text(day)}.");
        }

        var survey = new LivingStandardSurvey
        {
            Id = TimeOrderedId.Next(time),
            Title = sent.Title.Trim(),
            AreaCode = sent.AreaCode,
            SurveyedOn = day,
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(survey);
        return survey;
    }

    /// <summary>Finds the survey that a request names.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>survey.not_found</c>.</exception>
    public async Task<LivingStandardSurvey> FindAsync(string name, string field, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(Collection, name, field);
        return await db.LivingStandardSurveys.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("survey.not_found", "Không có cuộc khảo sát này.");
    }

    /// <summary>A survey with its counts, for callers who work somewhere in its province.</summary>
    /// <exception cref="Refusal">As <see cref="FindAsync"/>; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.LivingStandardSurvey> GetAsync(string name, CancellationToken cancellationToken)
    {
        var survey = await FindAsync(name, "name", cancellationToken);
        if (!IsNear(survey))
        {
            throw AreaScope.OutOfScope(survey.AreaCode);
        }

        var message = ToMessage(survey);
        message.Households = await db.LivingStandardForms.LongCountAsync(form => form.SurveyId == survey.Id, cancellationToken);
        var approved = await db.LivingStandardApprovals.AsNoTracking().Where(one => one.SurveyId == survey.Id)
            .Select(one => new { one.Households, one.AtOrAboveAverage }).ToListAsync(cancellationToken);
        message.ApprovedHouseholds = approved.Sum(one => one.Households);
        message.AtOrAboveAverage = approved.Sum(one => one.AtOrAboveAverage);
        return message;
    }

    /// <summary>Lists a page of the surveys of the caller's provinces, without counts, the latest first.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>page_token.invalid</c>.</exception>
    public async Task<Wire.ListLivingStandardSurveysResponse> ListAsync(Wire.ListLivingStandardSurveysRequest request, CancellationToken cancellationToken)
    {
        // A province has a handful of surveys: they are filtered here, since "somewhere in the province" is no condition on a code.
        var size = PageSize.Of(request.PageSize);
        var skip = PageToken.Read(request, request.PageToken, parts: 1) is { } after ? int.Parse(after[0], CultureInfo.InvariantCulture) : 0;
        var all = await db.LivingStandardSurveys.AsNoTracking().OrderByDescending(one => one.SurveyedOn).ThenByDescending(one => one.Id).ToListAsync(cancellationToken);
        var mine = all.FindAll(IsNear);
        return new Wire.ListLivingStandardSurveysResponse
        {
            Surveys = { mine.Skip(skip).Take(size).Select(ToMessage) },
            NextPageToken = skip + size < mine.Count ? PageToken.Make(request, (skip + size).ToString(CultureInfo.InvariantCulture)) : "",
        };
    }

    /// <summary>The survey as a message, without counts.</summary>
    public static Wire.LivingStandardSurvey ToMessage(LivingStandardSurvey survey) => new()
    {
        Name = ResourceName.Format(Collection, survey.Id),
        Title = survey.Title,
        AreaCode = survey.AreaCode,
        SurveyedOn = WireDate.Of(survey.SurveyedOn),
        CreateTime = Timestamp.FromDateTimeOffset(survey.CreatedAt),
    };

    bool IsNear(LivingStandardSurvey survey) =>
        caller.Current.Areas.IsUnrestricted
        || caller.Current.Areas.Covers(areas, survey.AreaCode, survey.SurveyedOn)
        || caller.Current.Areas.Codes.Any(code => areas.IsWithin(code, survey.AreaCode, survey.SurveyedOn));

    DateOnly Check(Wire.LivingStandardSurvey sent)
    {
        var found = new List<Violation>();
        if (sent.Title.Trim().Length is 0 or > LongestTitle)
        {
            found.Add(new Violation("survey.title", "survey.title_invalid", $"Tên cuộc khảo sát phải có từ 1 đến {LongestTitle} ký tự."));
        }

        var today = VietnamDay.Today(time);
        var day = WireDate.ToDay(sent.SurveyedOn, "survey.surveyed_on", found);
        if (sent.SurveyedOn is null || day > today)
        {
            found.Add(new Violation("survey.surveyed_on", "survey.day_invalid", $"Phải ghi ngày khảo sát, không sau hôm nay {VietnamDay.Text(today)}."));
        }

        if (areas.Find(sent.AreaCode, day ?? today) is not { Level: AreaLevel.Province })
        {
            found.Add(new Violation("survey.area_code", "survey.not_province", "Khảo sát theo tỉnh: cần mã 2 chữ số của một tỉnh, thành phố."));
        }

        return found.Count > 0 ? throw Refusal.Invalid(found) : day!.Value;
    }
}
