using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.SocialProtection.Data;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Protection.V1;

namespace AnSinh.SocialProtection.Poverty;

/// <summary>Opens, finds and lists surveys.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="standards">Poverty standards.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="time">Clock.</param>
public sealed class PovertySurveys(ProtectionDb db, PovertyStandards standards, AreaDirectory areas, TimeProvider time)
{
    internal const string Collection = "surveys";

    readonly Dictionary<Guid, PovertySurvey?> known = [];

    /// <summary>Opens a survey.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; ALREADY_EXISTS <c>survey.exists</c>; FAILED_PRECONDITION <c>survey.no_standard</c>.</exception>
    public async Task<Wire.PovertySurvey> CreateAsync(Wire.CreatePovertySurveyRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Survey ?? new Wire.PovertySurvey();
        var day = WireDate.ToDay(sent.InForceFrom, "survey.in_force_from")
            ?? throw Refusal.Invalid("survey.in_force_from", "survey.in_force_from_required", "Phải ghi ngày danh sách có hiệu lực.");
        if (areas.Find(sent.AreaCode, day) is null)
        {
            throw Refusal.Invalid("survey.area_code", "area.unknown", "Không có địa bàn nào mang mã này vào ngày danh sách có hiệu lực.");
        }

        var standard = standards.Find(sent.Standard, day) ?? throw Refusal.Precondition(
            "survey.no_standard",
            $"Không có chuẩn nghèo áp dụng cho ngày {VietnamDay.Text(day)}; hiện có: {string.Join("; ", standards.All.Select(one => $"{one.Code} từ {VietnamDay.Text(one.AppliedFrom)} đến {VietnamDay.Text(one.AppliedTo)}"))}.");
        if (await db.PovertySurveys.AnyAsync(one => one.AreaCode == sent.AreaCode && one.InForceFrom == day, cancellationToken))
        {
            throw Refusal.AlreadyExists("survey.exists", "Địa bàn này đã có đợt rà soát với cùng ngày hiệu lực.");
        }

        var survey = new PovertySurvey
        {
            Id = TimeOrderedId.Next(time),
            AreaCode = sent.AreaCode,
            InForceFrom = day,
            Standard = standard.Code,
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(survey);
        return Of(survey);
    }

    /// <summary>Gets a survey.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>survey.not_found</c>.</exception>
    public async Task<Wire.PovertySurvey> GetAsync(Wire.GetPovertySurveyRequest request, CancellationToken cancellationToken) =>
        Of(await RequireAsync(request.Name, "name", cancellationToken));

    /// <summary>Lists surveys, newest first.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field.</exception>
    public async Task<Wire.ListPovertySurveysResponse> ListAsync(Wire.ListPovertySurveysRequest request, CancellationToken cancellationToken)
    {
        var page = await db.PovertySurveys.AsNoTracking().LatestFirstAsync(request, one => one.Id, cancellationToken);
        return new Wire.ListPovertySurveysResponse { Surveys = { page.Rows.Select(Of) }, NextPageToken = page.NextPageToken };
    }

    /// <summary>The survey that a request names.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>survey.not_found</c>.</exception>
    public async Task<PovertySurvey> RequireAsync(string name, string field, CancellationToken cancellationToken) =>
        await FindAsync(ResourceName.Parse(Collection, name, field), cancellationToken)
        ?? throw Refusal.NotFound("survey.not_found", "Không có đợt rà soát hộ nghèo này.");

    /// <summary>A survey; remembered for the scope, since surveys are not changed.</summary>
    public async Task<PovertySurvey?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(id, out var survey))
        {
            known.Add(id, survey = await db.PovertySurveys.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken));
        }

        return survey;
    }

    Wire.PovertySurvey Of(PovertySurvey survey)
    {
        var message = new Wire.PovertySurvey
        {
            Name = ResourceName.Format(Collection, survey.Id),
            AreaCode = survey.AreaCode,
            InForceFrom = WireDate.Of(survey.InForceFrom),
            Standard = survey.Standard,
            CreateTime = Timestamp.FromDateTimeOffset(survey.CreatedAt),
        };
        message.Indicators.AddRange(standards[survey.Standard].Indicators);
        return message;
    }
}
