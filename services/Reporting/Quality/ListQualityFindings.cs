using AnSinh.Reporting.Data;
using AnSinh.Reporting.Indicators;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Quality;

/// <summary>Lists findings of the caller's areas.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">All units.</param>
/// <param name="caller">Who calls.</param>
/// <param name="time">Clock.</param>
public sealed class ListQualityFindings(ReportingDb db, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
{
    /// <summary>Answers with a page, latest first.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<Wire.ListQualityFindingsResponse> RunAsync(Wire.ListQualityFindingsRequest request, CancellationToken cancellationToken)
    {
        var codes = await CodesAsync(request.AreaCode, cancellationToken);
        var rows = db.QualityFindings.AsNoTracking().Where(finding => codes.Contains(finding.AreaCode));
        if (request.Period.Length > 0)
        {
            var period = FigureSubject.Period(request.Period).ToString();
            rows = rows.Where(finding => finding.Period == period);
        }

        if (request.State != Wire.QualityState.Unspecified)
        {
            var state = (QualityState)request.State;
            rows = rows.Where(finding => finding.State == state);
        }

        rows = request.Indicator.Length > 0 ? rows.Where(finding => finding.Indicator == request.Indicator) : rows;
        rows = request.Rule.Length > 0 ? rows.Where(finding => finding.Rule == request.Rule) : rows;
        rows = request.Owner.Length > 0 ? rows.Where(finding => finding.Owner == request.Owner) : rows;
        var page = await rows.LatestFirstAsync(request, finding => finding.Id, cancellationToken);
        return new Wire.ListQualityFindingsResponse
        {
            Findings = { page.Rows.Select(finding => QualityMessages.Of(finding, Etag.Of(finding))) },
            NextPageToken = page.NextPageToken,
        };
    }

    /// <summary>The units with findings, of every level, that lie in the caller's areas and in the area asked for; an empty code stands for sources.</summary>
    async Task<List<string>> CodesAsync(string areaCode, CancellationToken cancellationToken)
    {
        if (areaCode.Length > 0 && !areas.Known(areaCode))
        {
            throw Refusal.Invalid("area_code", "area.unknown", $"Không có địa bàn nào mang mã “{(areaCode.Length <= 20 ? areaCode : areaCode[..20])}”.");
        }

        var (today, scope) = (VietnamDay.Today(time), caller.Current.Areas);
        var used = await db.QualityFindings.AsNoTracking().GroupBy(finding => finding.AreaCode)
            .Select(group => new { group.Key, LastDay = group.Max(finding => finding.AreaOn) }).ToListAsync(cancellationToken);
        return
        [
            .. used.Where(unit => unit.Key.Length == 0
                ? areaCode.Length == 0
                : scope.CoversEver(areas, unit.Key, today) && (areaCode.Length == 0 || areas.IsWithin(unit.Key, areaCode, unit.LastDay))).Select(unit => unit.Key),
        ];
    }
}
