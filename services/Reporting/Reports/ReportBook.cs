using AnSinh.Reporting.Data;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Templates;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Reports;

/// <summary>Begins reports and takes them from state to state; the command's transaction saves.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="templates">The templates.</param>
/// <param name="subject">Reads period and area.</param>
/// <param name="publishing">Freezes.</param>
/// <param name="parts">Finds parts.</param>
/// <param name="messages">Answers.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="caller">Who calls.</param>
/// <param name="time">Clock.</param>
sealed class ReportBook(
    ReportingDb db, TemplateBook templates, FigureSubject subject, PublishReport publishing, ReportParts parts, ReportMessages messages, RecordScope scope, CallerAccessor caller,
    TimeProvider time)
{
    /// <summary>Finds a report of the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>report.not_found</c>; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Report> FindAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(ReportMessages.Collection, name, "name");
        var report = await db.Set<Report>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("report.not_found", "Không có báo cáo mang tên này.");
        scope.Require(report.AreaCode, report.PeriodTo);
        return report;
    }

    /// <summary>Begins a report.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<Wire.Report> CreateAsync(Wire.CreateReportRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Report ?? throw Refusal.Invalid("report", "report.missing", "Chưa ghi báo cáo.");
        var template = templates.Find(sent.Template);
        var period = FigureSubject.Period(sent.Period);
        var area = subject.Area(sent.AreaCode, period);
        ReportRules.RequireOver(period, sent.Preliminary, VietnamDay.Today(time));
        var (days, code) = (period.ToString(), area.Code);
        var latest = await db.Set<Report>().Where(row => row.Template == sent.Template && row.Period == days && row.AreaCode == code)
            .OrderByDescending(row => row.Edition).FirstOrDefaultAsync(cancellationToken);
        var report = new Report
        {
            Id = TimeOrderedId.Next(time),
            Template = sent.Template,
            Period = days,
            PeriodTo = period.To,
            AreaCode = code,
            IsPreliminary = sent.Preliminary,
            Replaces = Replaced(sent.Replaces, latest),
            Edition = (latest?.Edition ?? 0) + 1,
            State = ReportState.Draft,
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(report);

        // A correction begins with what was written in the edition before.
        var texts = latest is null ? [] : await db.Set<ReportNarrative>().AsNoTracking().Where(text => text.ReportId == latest.Id).ToListAsync(cancellationToken);
        var copies = texts.Where(text => template.Texts.Any(one => one.Key == text.Key)).Select(text => new ReportNarrative { ReportId = report.Id, Key = text.Key, Text = text.Text }).ToList();
        db.AddRange(copies);
        return messages.Of(report, EtagAfterSaving.Of(db, report), copies, [Note(report, 1, ReportAction.Create, "")], null);
    }

    /// <summary>Writes a narrative part.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public Task<Wire.Report> WriteAsync(Wire.UpdateReportTextRequest request, CancellationToken cancellationToken) =>
        StepAsync(request.Name, request.Etag, ReportAction.Write, "", cancellationToken, async (report, _) =>
        {
            ReportRules.RequireText(templates.Find(report.Template), request.Key, request.Text);
            var text = await db.Set<ReportNarrative>().SingleOrDefaultAsync(row => row.ReportId == report.Id && row.Key == request.Key, cancellationToken);
            if (text is null)
            {
                db.Add(new ReportNarrative { ReportId = report.Id, Key = request.Key, Text = request.Text });
            }
            else
            {
                text.Text = request.Text;
            }
        });

    /// <summary>Submits a draft.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public Task<Wire.Report> SubmitAsync(Wire.SubmitReportRequest request, CancellationToken cancellationToken) =>
        StepAsync(request.Name, request.Etag, ReportAction.Submit, "", cancellationToken, (report, _) =>
        {
            report.SubmittedOn = VietnamDay.Today(time);
            return Task.CompletedTask;
        });

    /// <summary>Gives a report back.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public Task<Wire.Report> ReturnAsync(Wire.ReturnReportRequest request, CancellationToken cancellationToken) =>
        StepAsync(request.Name, request.Etag, ReportAction.Return, request.Reason, cancellationToken, (report, _) =>
        {
            report.SubmittedOn = null;
            return Task.CompletedTask;
        });

    /// <summary>Approves a report.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public Task<Wire.Report> ApproveAsync(Wire.ApproveReportRequest request, CancellationToken cancellationToken) =>
        StepAsync(request.Name, request.Etag, ReportAction.Approve, "", cancellationToken, (_, history) =>
        {
            ReportRules.RequireOther(history, caller.Current.Subject);
            return Task.CompletedTask;
        });

    /// <summary>Computes a report that is to be published; before the command's transaction, which repeats every check.</summary>
    public Task PrepareAsync(Wire.PublishReportRequest request, CancellationToken cancellationToken) => publishing.PrepareAsync(
        async () =>
        {
            var report = await FindAsync(request.Name, cancellationToken);
            ReportRules.Next(report, ReportAction.Publish);
            Etag.Check(report, request.Etag, "etag");
            ReportRules.RequireApproved(await parts.ListAsync(db, report, cancellationToken));
            var texts = await db.Set<ReportNarrative>().AsNoTracking().Where(text => text.ReportId == report.Id).ToListAsync(cancellationToken);
            return (report, texts.ToDictionary(text => text.Key, text => text.Text, StringComparer.Ordinal));
        },
        cancellationToken);

    /// <summary>Publishes a report; its etag says that it is the one that was computed.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public Task<Wire.Report> PublishAsync(Wire.PublishReportRequest request, CancellationToken cancellationToken) =>
        StepAsync(request.Name, request.Etag, ReportAction.Publish, "", cancellationToken, async (report, _) =>
            report.PublishedAt = publishing.Write(db, report, await parts.ListAsync(db, report, cancellationToken)));

    async Task<Wire.Report> StepAsync(
        string name, string etag, ReportAction action, string reason, CancellationToken cancellationToken, Func<Report, IReadOnlyList<ReportHistoryRow>, Task> change)
    {
        var report = await FindAsync(name, cancellationToken);
        var next = ReportRules.Next(report, action);
        Etag.Check(report, etag, "etag");
        var why = action == ReportAction.Return ? ReportRules.Reason(reason) : "";
        var history = await db.Set<ReportHistoryRow>().AsNoTracking().Where(step => step.ReportId == report.Id).OrderBy(step => step.Ordinal).ToListAsync(cancellationToken);
        await change(report, history);
        report.State = next;

        // A text is a row of its own: without this its writing would leave the version as it is.
        db.Entry(report).Property(row => row.State).IsModified = true;
        var step = Note(report, history.Count + 1, action, why);
        var saved = await db.Set<ReportNarrative>().Where(text => text.ReportId == report.Id).ToListAsync(cancellationToken);
        var texts = saved.UnionBy(db.Set<ReportNarrative>().Local.Where(text => text.ReportId == report.Id), text => text.Key).ToList();
        return messages.Of(report, EtagAfterSaving.Of(db, report), texts, [.. history, step], null);
    }

    ReportHistoryRow Note(Report report, int ordinal, ReportAction action, string reason)
    {
        var step = new ReportHistoryRow { ReportId = report.Id, Ordinal = ordinal, Action = action, Actor = caller.Current.Subject, At = time.GetUtcNow(), Reason = reason };
        db.Add(step);
        return step;
    }

    static Guid? Replaced(string named, Report? latest)
    {
        var name = latest is null ? "" : ReportMessages.NameOf(latest.Id);
        if (latest is null && named.Length > 0)
        {
            throw Refusal.Invalid("report.replaces", "report.replaces_unknown", "Chưa có báo cáo nào của mẫu, kỳ và địa bàn này để đính chính.");
        }

        return latest is null ? null
            : latest.State == ReportState.Published && named == name ? latest.Id
            : throw Refusal.AlreadyExists("report.exists", latest.State == ReportState.Published
                ? $"Báo cáo này đã công bố: {name}; muốn đính chính hãy ghi tên đó vào replaces."
                : $"Báo cáo này đã lập: {name} ({ReportWorkflow.TextOf(latest.State)}).");
    }
}
