using System.Globalization;
using AnSinh.Reporting.Periods;
using AnSinh.Reporting.Templates;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Reports;

/// <summary>Reports as messages.</summary>
/// <param name="templates">The templates, for the titles of narrative parts.</param>
/// <param name="deadlines">When reports are due.</param>
/// <param name="time">Clock.</param>
sealed class ReportMessages(TemplateBook templates, ReportDeadlines deadlines, TimeProvider time)
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "reports";

    /// <summary>The report without texts and history.</summary>
    public Wire.Report Of(Report report, string? etag = null, Guid? replacedBy = null)
    {
        var due = deadlines.Of(report.Template, PeriodText.Parse(report.Period), report.AreaCode);
        return new Wire.Report
        {
            Name = NameOf(report.Id),
            Template = report.Template,
            Period = report.Period,
            AreaCode = report.AreaCode,
            Preliminary = report.IsPreliminary,
            Replaces = report.Replaces is { } replaced ? NameOf(replaced) : "",
            State = (Wire.ReportState)report.State,
            Edition = report.Edition,
            Etag = etag ?? Etag.Of(report),
            DueOn = due is null ? null : WireDate.Of(due.On),
            DueBasis = due?.LegalBasis ?? "",
            Overdue = IsOverdue(report, due),
            AsOf = report.PublishedAt is { } at ? Timestamp.FromDateTimeOffset(at) : null,
            ReplacedBy = replacedBy is { } by ? NameOf(by) : "",
            CreateTime = Timestamp.FromDateTimeOffset(report.CreatedAt),
        };
    }

    /// <summary>The report with everything.</summary>
    public Wire.Report Of(Report report, string etag, IReadOnlyList<ReportNarrative> texts, IReadOnlyList<ReportHistoryRow> history, Guid? replacedBy)
    {
        var message = Of(report, etag, replacedBy);
        var written = texts.ToDictionary(text => text.Key, text => text.Text, StringComparer.Ordinal);
        var known = templates.Has(report.Template) ? templates.Find(report.Template).Texts : [];
        message.Texts.AddRange(known.Select(text => new Wire.ReportText { Key = text.Key, Title = text.Title, Text = written.GetValueOrDefault(text.Key, "") }));

        // What was written for a part that the template has lost meanwhile is not lost with it.
        message.Texts.AddRange(texts.Where(text => known.All(one => one.Key != text.Key)).Select(text => new Wire.ReportText { Key = text.Key, Text = text.Text }));
        message.Steps.AddRange(history.OrderBy(step => step.Ordinal).Select(step => new Wire.ReportStep
        {
            Action = (Wire.ReportAction)step.Action,
            Actor = step.Actor,
            Time = Timestamp.FromDateTimeOffset(step.At),
            Reason = step.Reason,
        }));
        return message;
    }

    /// <summary>The report of a unit below.</summary>
    public Wire.ReportPart Of(ReportPart part, Period period)
    {
        var due = deadlines.Of(part.Template, period, part.Unit.Code);
        return new Wire.ReportPart
        {
            AreaCode = part.Unit.Code,
            DisplayName = part.Unit.Name,
            Name = part.Report is { } report ? NameOf(report.Id) : "",
            State = part.Report is { } own ? (Wire.ReportState)own.State : Wire.ReportState.Unspecified,
            DueOn = due is null ? null : WireDate.Of(due.On),
            Overdue = IsOverdue(part.Report, due),
        };
    }

    /// <summary>A figure.</summary>
    public static Wire.ReportFigure Of(ContentFigure figure) => new()
    {
        Index = figure.Index,
        Placeholder = figure.Placeholder,
        Line = figure.Line,
        Column = figure.Column,
        Indicator = figure.Indicator,
        Formula = figure.Formula,
        Dimension = figure.Dimension,
        Member = figure.Member,
        AreaCode = figure.AreaCode,
        From = WireDate.Of(DateOnly.ParseExact(figure.From, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        To = WireDate.Of(DateOnly.ParseExact(figure.To, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Exact = figure.Exact,
        Numerator = figure.Numerator,
        Denominator = figure.Denominator,
        Printed = figure.Printed,
    };

    /// <summary>The resource name of a report.</summary>
    public static string NameOf(Guid id) => ResourceName.Format(Collection, id);

    bool IsOverdue(Report? report, ReportDue? due) => due is not null && (report?.SubmittedOn ?? VietnamDay.Today(time)) > due.On;
}
