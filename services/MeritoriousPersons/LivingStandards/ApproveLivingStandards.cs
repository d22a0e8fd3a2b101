using AnSinh.Contracts.Events.Merit.V1;
using AnSinh.MeritoriousPersons.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.LivingStandards;

/// <summary>Approves the forms of an area, commune by commune: one event a commune, which figures are made of.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds surveys.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="time">Clock.</param>
public sealed class ApproveLivingStandards(MeritDb db, SurveyBook book, AreaDirectory areas, RecordScope scope, TimeProvider time)
{
    /// <summary>Longest number of a decision.</summary>
    public const int LongestDecision = 60;

    /// <summary>Approves.</summary>
    /// <exception cref="Refusal">NOT_FOUND <c>survey.not_found</c>; INVALID_ARGUMENT <c>survey.decision_invalid</c>, <c>area.not_valid_on_date</c>;
    /// PERMISSION_DENIED <c>area.out_of_scope</c>; FAILED_PRECONDITION <c>survey.nothing_to_approve</c>.</exception>
    public async Task<Wire.ApproveLivingStandardsResponse> RunAsync(Wire.ApproveLivingStandardsRequest request, CancellationToken cancellationToken)
    {
        var survey = await book.FindAsync(request.Survey, "survey", cancellationToken);
        var decision = request.DecisionNumber.Trim();
        if (decision.Length is 0 or > LongestDecision)
        {
            throw Refusal.Invalid("decision_number", "survey.decision_invalid", $"Phải ghi số quyết định, từ 1 đến {LongestDecision} ký tự.");
        }

        if (areas.Find(request.AreaCode, survey.SurveyedOn) is null)
        {
            throw Refusal.Invalid("area_code", "area.not_valid_on_date", "Không có địa bàn mang mã này vào ngày khảo sát.");
        }

        scope.Require(request.AreaCode, survey.SurveyedOn);
        var communes = await CommunesAsync(survey, request.AreaCode, cancellationToken);
        if (communes.Count == 0)
        {
            throw Refusal.Precondition("survey.nothing_to_approve", "Địa bàn này không có phiếu nào chờ phê duyệt.");
        }

        foreach (var commune in communes)
        {
            Approve(survey, commune, decision);
        }

        return new Wire.ApproveLivingStandardsResponse { Communes = { communes } };
    }

    async Task<List<Wire.CommuneLivingStandards>> CommunesAsync(LivingStandardSurvey survey, string areaCode, CancellationToken cancellationToken)
    {
        var counts = await db.LivingStandardForms.AsNoTracking().Where(form => form.SurveyId == survey.Id)
            .GroupBy(form => new { form.AreaCode, form.Standard })
            .Select(group => new { group.Key.AreaCode, group.Key.Standard, Count = group.LongCount() }).ToListAsync(cancellationToken);
        var closed = await db.LivingStandardApprovals.AsNoTracking().Where(one => one.SurveyId == survey.Id)
            .Select(one => one.AreaCode).ToHashSetAsync(cancellationToken);
        return
        [
            .. counts.GroupBy(one => one.AreaCode)
                .Where(commune => !closed.Contains(commune.Key) && (commune.Key == areaCode || areas.IsWithin(commune.Key, areaCode, survey.SurveyedOn)))
                .OrderBy(commune => commune.Key, StringComparer.Ordinal)
                .Select(commune => new Wire.CommuneLivingStandards
                {
                    AreaCode = commune.Key,
                    Households = commune.Sum(one => one.Count),
                    AtOrAboveAverage = commune.Where(one => one.Standard != LivingStandard.BelowAverage).Sum(one => one.Count),
                }),
        ];
    }

    void Approve(LivingStandardSurvey survey, Wire.CommuneLivingStandards commune, string decision)
    {
        db.Add(new LivingStandardApproval
        {
            SurveyId = survey.Id,
            AreaCode = commune.AreaCode,
            Households = commune.Households,
            AtOrAboveAverage = commune.AtOrAboveAverage,
            DecisionNumber = decision,
            ApprovedBy = db.Origin.Actor,
            ApprovedAt = time.GetUtcNow(),
        });
        db.Emit(
            new LivingStandardsApproved { Survey = survey.Id, Households = commune.Households, AtOrAboveAverage = commune.AtOrAboveAverage },
            survey.Id, survey.SurveyedOn, commune.AreaCode);
    }
}
