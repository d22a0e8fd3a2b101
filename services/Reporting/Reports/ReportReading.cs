using System.Globalization;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Periods;
using AnSinh.Reporting.Templates;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Reports;

/// <summary>Answers about reports.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="templates">The templates.</param>
/// <param name="rendering">Renders.</param>
/// <param name="parts">Finds parts.</param>
/// <param name="messages">Answers.</param>
/// <param name="areas">All units.</param>
/// <param name="caller">Who calls.</param>
/// <param name="time">Clock.</param>
sealed class ReportReading(
    ReportingDb db, TemplateBook templates, ReportRendering rendering, ReportParts parts, ReportMessages messages, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
{
    const int DefaultSize = 200;

    /// <summary>A report with everything.</summary>
    public async Task<Wire.Report> GetAsync(Report report, CancellationToken cancellationToken)
    {
        var texts = await db.Set<ReportNarrative>().AsNoTracking().Where(text => text.ReportId == report.Id).ToListAsync(cancellationToken);
        var history = await db.Set<ReportHistoryRow>().AsNoTracking().Where(step => step.ReportId == report.Id).ToListAsync(cancellationToken);
        var replaced = await ReplacedAsync([report.Id], cancellationToken);
        return messages.Of(report, Etag.Of(report), texts, history, replaced.TryGetValue(report.Id, out var by) ? by : null);
    }

    /// <summary>A page of reports.</summary>
    public async Task<Wire.ListReportsResponse> ListAsync(Wire.ListReportsRequest request, CancellationToken cancellationToken)
    {
        var codes = await CodesAsync(request.AreaCode, cancellationToken);
        var rows = db.Set<Report>().AsNoTracking().Where(report => codes.Contains(report.AreaCode));
        rows = request.Template.Length > 0 ? rows.Where(report => report.Template == request.Template) : rows;
        if (request.Period.Length > 0)
        {
            var period = FigureSubject.Period(request.Period).ToString();
            rows = rows.Where(report => report.Period == period);
        }

        if (request.State != Wire.ReportState.Unspecified)
        {
            var state = (ReportState)(int)request.State;
            rows = rows.Where(report => report.State == state);
        }

        var page = await rows.LatestFirstAsync(request, report => report.Id, cancellationToken);
        var replaced = await ReplacedAsync([.. page.Rows.Select(report => report.Id)], cancellationToken);
        return new Wire.ListReportsResponse
        {
            Reports = { page.Rows.Select(report => messages.Of(report, replacedBy: replaced.TryGetValue(report.Id, out var by) ? by : null)) },
            NextPageToken = page.NextPageToken,
        };
    }

    /// <summary>A page of the parts of a report.</summary>
    public async Task<Wire.ListReportPartsResponse> PartsAsync(Wire.ListReportPartsRequest request, Report report, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize, DefaultSize);
        var after = PageToken.Read(request, request.PageToken, 1)?[0] ?? "";
        var all = await parts.ListAsync(db, report, cancellationToken);
        var rest = all.Where(part => string.CompareOrdinal(part.Unit.Code, after) > 0).ToList();
        var period = PeriodText.Parse(report.Period);
        return new Wire.ListReportPartsResponse
        {
            Parts = { rest.Take(size).Select(part => messages.Of(part, period)) },
            Total = all.Count,
            Approved = all.Count(part => part.IsApproved),
            NextPageToken = rest.Count > size ? PageToken.Make(request, rest[size - 1].Unit.Code) : "",
        };
    }

    /// <summary>The document of a report: what was published, or what it says at the moment.</summary>
    /// <exception cref="InvalidOperationException">The layout has changed since the report was published: its bytes cannot be made any more.</exception>
    public async Task<Wire.GetReportDocumentResponse> DocumentAsync(Report report, Wire.ReportFormat format, CancellationToken cancellationToken)
    {
        var frozen = report.State == ReportState.Published ? await FrozenReport.ReadAsync(db, report.Id, cancellationToken) : null;
        var content = frozen?.Content ?? await LiveAsync(report, cancellationToken);
        var document = ReportDocuments.Of(format, content);
        var checksum = ReportDocuments.ChecksumOf(format, content, document);
        if (frozen is not null && !frozen.Checksums.Values.Contains(checksum))
        {
            throw new InvalidOperationException($"The document {report.Id} was published by layout {frozen.Layout}; this build makes other bytes by layout {ReportDocuments.Layout}.");
        }

        return new Wire.GetReportDocumentResponse { Markdown = content.Markdown, Document = UnsafeByteOperations.UnsafeWrap(document), Sha256 = checksum };
    }

    /// <summary>A page of the frozen figures of a report.</summary>
    public async Task<Wire.ListReportFiguresResponse> FiguresAsync(Wire.ListReportFiguresRequest request, Report report, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize, DefaultSize);
        var skip = PageToken.Read(request, request.PageToken, 1) is { } after ? int.Parse(after[0], CultureInfo.InvariantCulture) : 0;
        var frozen = await PublishedAsync(report, cancellationToken);
        var rest = frozen.Content.Figures.Skip(skip).ToList();
        return new Wire.ListReportFiguresResponse
        {
            Figures = { rest.Take(size).Select(ReportMessages.Of) },
            AsOf = Timestamp.FromDateTimeOffset(frozen.Content.AsOf!.Value),
            CatalogueSha256 = frozen.CatalogueChecksum,
            Plans = { frozen.Plans.Select(plan => new Wire.FrozenPlan { Indicator = plan.Indicator, Version = plan.Version, Target = plan.Target, LegalBasis = plan.LegalBasis }) },
            Sources = { frozen.Sources.Select(source => new Wire.SourceFreshness
            {
                Source = source.Source,
                BookedSequence = source.BookedSequence,
                HeadSequence = source.HeadSequence,
                BookedThrough = source.BookedThrough is { } through ? Timestamp.FromDateTimeOffset(through) : null,
                Parked = source.Parked,
            }) },
            NextPageToken = rest.Count > size ? PageToken.Make(request, (skip + size).ToString(CultureInfo.InvariantCulture)) : "",
        };
    }

    /// <summary>What is frozen of a report.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>report.not_published</c>.</exception>
    public Task<FrozenReport> PublishedAsync(Report report, CancellationToken cancellationToken) => report.State == ReportState.Published
        ? FrozenReport.ReadAsync(db, report.Id, cancellationToken)
        : throw Refusal.Precondition("report.not_published", $"Báo cáo {ReportWorkflow.TextOf(report.State)}, chưa công bố nên chưa có số liệu đã chốt.");

    async Task<ReportContent> LiveAsync(Report report, CancellationToken cancellationToken)
    {
        var texts = await db.Set<ReportNarrative>().AsNoTracking().Where(text => text.ReportId == report.Id).ToDictionaryAsync(text => text.Key, text => text.Text, cancellationToken);
        var rendered = await rendering.RenderAsync(
            templates.Find(report.Template), report.Period, report.AreaCode, texts, report.IsPreliminary ? VietnamDay.Today(time) : null, cancellationToken);
        return ReportContent.Of(rendered, report.Template, report.Period, report.AreaCode);
    }

    /// <summary>The published editions that correct these reports.</summary>
    async Task<Dictionary<Guid, Guid>> ReplacedAsync(List<Guid> ids, CancellationToken cancellationToken) => await db.Set<Report>().AsNoTracking()
        .Where(report => report.Replaces != null && ids.Contains(report.Replaces.Value) && report.State == ReportState.Published)
        .ToDictionaryAsync(report => report.Replaces!.Value, report => report.Id, cancellationToken);

    /// <summary>The units that have reports, within the caller's areas and the area asked for.</summary>
    async Task<List<string>> CodesAsync(string areaCode, CancellationToken cancellationToken)
    {
        if (areaCode.Length > 0 && !areas.Known(areaCode))
        {
            throw Refusal.Invalid("area_code", "area.unknown", $"Không có địa bàn nào mang mã “{(areaCode.Length <= 20 ? areaCode : areaCode[..20])}”.");
        }

        var today = VietnamDay.Today(time);
        var scope = caller.Current.Areas;
        var used = await db.Set<Report>().AsNoTracking().GroupBy(report => report.AreaCode)
            .Select(group => new { group.Key, LastDay = group.Max(report => report.PeriodTo) }).ToListAsync(cancellationToken);
        return
        [
            .. used.Where(unit => (scope.IsUnrestricted || scope.CoversEver(areas, unit.Key, today))
                && (areaCode.Length == 0 || areaCode == unit.Key || areas.IsWithin(unit.Key, areaCode, unit.LastDay))).Select(unit => unit.Key),
        ];
    }
}
