using AnSinh.Contracts.Events.Protection.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.SocialProtection.Data;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Protection.V1;

namespace AnSinh.SocialProtection.Poverty;

/// <summary>Approves the lists of communes: each takes the place of the commune's former one and is told with its numbers.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="surveys">Finds surveys.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who approves.</param>
/// <param name="time">Clock.</param>
public sealed class ApprovePovertyList(ProtectionDb db, PovertySurveys surveys, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
{
    // An event's text is bounded (4,000 characters); a person key takes 25 of them, the rest of the record less than 700.
    const int KeysOfAnEvent = 120;
    const int LongestDecision = 100;

    /// <summary>Approves.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; NOT_FOUND <c>survey.not_found</c>; FAILED_PRECONDITION
    /// <c>survey.nothing_to_approve</c>, <c>survey.newer_list_in_force</c>.</exception>
    public async Task<Wire.PovertyListsApproved> RunAsync(Wire.ApprovePovertyListRequest request, CancellationToken cancellationToken)
    {
        var survey = await surveys.RequireAsync(request.Survey, "survey", cancellationToken);
        var (decision, day) = CheckDecision(request);
        var communes = await CountAsync(survey, request.AreaCode, cancellationToken);
        var before = await FormerAsync(survey, communes.Keys, cancellationToken);
        var poor = await PoorAsync([survey.Id, .. before.Values.Select(one => one.SurveyId).Distinct()], cancellationToken);
        var total = new Wire.HouseholdCounts();
        foreach (var (area, counts) in communes.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var list = new PovertyList
            {
                Id = TimeOrderedId.Next(time),
                SurveyId = survey.Id,
                AreaCode = area,
                InForceFrom = survey.InForceFrom,
                DecisionNo = decision,
                ApprovedOn = day,
                ApprovedBy = caller.Current.Subject,
                Poor = counts.GetValueOrDefault(PovertyClass.Poor),
                NearPoor = counts.GetValueOrDefault(PovertyClass.NearPoor),
                Average = counts.GetValueOrDefault(PovertyClass.Average),
                AboveAverage = counts.GetValueOrDefault(PovertyClass.AboveAverage),
            };
            db.Add(list);
            Tell(list, before.GetValueOrDefault(area), poor);
            total.Poor += list.Poor;
            total.NearPoor += list.NearPoor;
            total.Average += list.Average;
            total.AboveAverage += list.AboveAverage;
        }

        return new Wire.PovertyListsApproved { Communes = communes.Count, Counts = total };
    }

    /// <summary>Households by commune and class, of the communes in the area that have no approved list of the survey yet.</summary>
    async Task<Dictionary<string, Dictionary<PovertyClass, long>>> CountAsync(PovertySurvey survey, string areaCode, CancellationToken cancellationToken)
    {
        var counts = await db.Households.AsNoTracking().Where(one => one.SurveyId == survey.Id)
            .GroupBy(one => new { one.AreaCode, one.Class }).Select(group => new { group.Key.AreaCode, group.Key.Class, Count = group.LongCount() }).ToListAsync(cancellationToken);
        var approved = await db.PovertyLists.AsNoTracking().Where(one => one.SurveyId == survey.Id).Select(one => one.AreaCode).ToHashSetAsync(cancellationToken);
        var communes = counts.Where(one => !approved.Contains(one.AreaCode) && (one.AreaCode == areaCode || areas.IsWithin(one.AreaCode, areaCode, survey.InForceFrom)))
            .GroupBy(one => one.AreaCode).ToDictionary(group => group.Key, group => group.ToDictionary(one => one.Class, one => one.Count), StringComparer.Ordinal);
        return communes.Count > 0 ? communes : throw Refusal.Precondition(
            "survey.nothing_to_approve", "Địa bàn này không có phiếu rà soát nào chờ phê duyệt danh sách.");
    }

    /// <summary>The lists in force until now, by commune.</summary>
    async Task<Dictionary<string, PovertyList>> FormerAsync(PovertySurvey survey, IEnumerable<string> communes, CancellationToken cancellationToken)
    {
        var codes = communes.ToList();
        var lists = await db.PovertyLists.AsNoTracking().Where(one => EF.Parameter(codes).Contains(one.AreaCode)).ToListAsync(cancellationToken);
        if (lists.Find(one => one.InForceFrom >= survey.InForceFrom) is { } newer)
        {
            throw Refusal.Precondition("survey.newer_list_in_force", $"Xã {newer.AreaCode} đã có danh sách có hiệu lực từ {VietnamDay.Text(newer.InForceFrom)}.");
        }

        return lists.GroupBy(one => one.AreaCode).ToDictionary(group => group.Key, group => group.MaxBy(one => one.InForceFrom)!, StringComparer.Ordinal);
    }

    /// <summary>Members of poor households, by survey and commune.</summary>
    async Task<ILookup<(Guid Survey, string Area), string>> PoorAsync(List<Guid> of, CancellationToken cancellationToken)
    {
        var members = await db.Households.AsNoTracking().Where(one => EF.Parameter(of).Contains(one.SurveyId) && one.Class == PovertyClass.Poor)
            .Join(db.HouseholdMembers, one => one.Id, member => member.HouseholdId, (one, member) => new { one.SurveyId, one.AreaCode, member.PersonKey })
            .Distinct().ToListAsync(cancellationToken);
        return members.ToLookup(one => (one.SurveyId, one.AreaCode), one => one.PersonKey);
    }

    void Tell(PovertyList list, PovertyList? former, ILookup<(Guid Survey, string Area), string> poor)
    {
        var now = poor[(list.SurveyId, list.AreaCode)].ToHashSet(StringComparer.Ordinal);
        var then = former is null ? [] : poor[(former.SurveyId, former.AreaCode)].ToHashSet(StringComparer.Ordinal);
        var joined = now.Except(then, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var left = then.Except(now, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var before = former is null ? [] : Classes(former);
        Guid? told = null;
        do
        {
            // Keys that do not fit follow in further events, which change no stock: before and now are the same there.
            var joining = joined.Take(KeysOfAnEvent).ToList();
            var leaving = left.Take(KeysOfAnEvent - joining.Count).ToList();
            joined.RemoveRange(0, joining.Count);
            left.RemoveRange(0, leaving.Count);
            told = db.Emit(
                new PovertyListApproved { Survey = list.SurveyId, Before = before, Now = Classes(list), JoinedPoor = joining, LeftPoor = leaving },
                list.Id, list.InForceFrom, list.AreaCode, told);
            before = Classes(list);
        }
        while (joined.Count + left.Count > 0);
    }

    static List<HouseholdClass> Classes(PovertyList list) =>
    [
        new() { Class = "poor", Households = list.Poor },
        new() { Class = "near_poor", Households = list.NearPoor },
        new() { Class = "average", Households = list.Average },
        new() { Class = "above_average", Households = list.AboveAverage },
    ];

    (string Decision, DateOnly Day) CheckDecision(Wire.ApprovePovertyListRequest request)
    {
        var day = WireDate.ToDay(request.ApprovedOn, "approved_on");
        if (day is not { } on || on > VietnamDay.Today(time))
        {
            throw Refusal.Invalid("approved_on", "survey.approved_on_invalid", "Phải ghi ngày quyết định, không ở trong tương lai.");
        }

        return request.DecisionNo.Trim() is { Length: > 0 and <= LongestDecision } decision
            ? (decision, on)
            : throw Refusal.Invalid("decision_no", "survey.decision_no_invalid", $"Phải ghi số quyết định, từ 1 đến {LongestDecision} ký tự.");
    }
}
