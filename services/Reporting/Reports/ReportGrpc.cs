using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Templates;
using Grpc.Core;

namespace AnSinh.Reporting.Reports;

/// <summary>Serves reports over gRPC.</summary>
sealed class ReportGrpc(TemplateBook templates, RenderReport render, ReportBook book, ReportReading reading, ReportDifferences differences, ReportFigureEvents events,
    PublishedFigures published) : ReportService.ReportServiceBase
{
    public override Task<ListTemplatesResponse> ListTemplates(ListTemplatesRequest request, ServerCallContext context) =>
        Task.FromResult(new ListTemplatesResponse { Templates = { templates.Names } });

    public override Task<RenderReportResponse> RenderReport(RenderReportRequest request, ServerCallContext context) => render.RunAsync(request, context.CancellationToken);

    public override Task<Contracts.Reporting.V1.Report> CreateReport(CreateReportRequest request, ServerCallContext context) =>
        book.CreateAsync(request, context.CancellationToken);

    public override Task<Contracts.Reporting.V1.Report> UpdateReportText(UpdateReportTextRequest request, ServerCallContext context) =>
        book.WriteAsync(request, context.CancellationToken);

    public override Task<Contracts.Reporting.V1.Report> SubmitReport(SubmitReportRequest request, ServerCallContext context) =>
        book.SubmitAsync(request, context.CancellationToken);

    public override Task<Contracts.Reporting.V1.Report> ReturnReport(ReturnReportRequest request, ServerCallContext context) =>
        book.ReturnAsync(request, context.CancellationToken);

    public override Task<Contracts.Reporting.V1.Report> ApproveReport(ApproveReportRequest request, ServerCallContext context) =>
        book.ApproveAsync(request, context.CancellationToken);

    public override Task<Contracts.Reporting.V1.Report> PublishReport(PublishReportRequest request, ServerCallContext context) =>
        book.PublishAsync(request, context.CancellationToken);

    public override async Task<Contracts.Reporting.V1.Report> GetReport(GetReportRequest request, ServerCallContext context) =>
        await reading.GetAsync(await book.FindAsync(request.Name, context.CancellationToken), context.CancellationToken);

    public override Task<ListReportsResponse> ListReports(ListReportsRequest request, ServerCallContext context) =>
        reading.ListAsync(request, context.CancellationToken);

    public override async Task<ListReportPartsResponse> ListReportParts(ListReportPartsRequest request, ServerCallContext context) =>
        await reading.PartsAsync(request, await book.FindAsync(request.Name, context.CancellationToken), context.CancellationToken);

    public override async Task<GetReportDocumentResponse> GetReportDocument(GetReportDocumentRequest request, ServerCallContext context)
    {
        ReportDocuments.RequireKnown(request.Format);
        return await reading.DocumentAsync(await book.FindAsync(request.Name, context.CancellationToken), request.Format, context.CancellationToken);
    }

    public override async Task<ListReportFiguresResponse> ListReportFigures(ListReportFiguresRequest request, ServerCallContext context) =>
        await reading.FiguresAsync(request, await book.FindAsync(request.Name, context.CancellationToken), context.CancellationToken);

    public override async Task<ListReportFigureEventsResponse> ListReportFigureEvents(ListReportFigureEventsRequest request, ServerCallContext context)
    {
        var report = await book.FindAsync(request.Name, context.CancellationToken);
        return await events.ListAsync(request, report.Id, await reading.PublishedAsync(report, context.CancellationToken), context.CancellationToken);
    }

    public override async Task<GetReportDifferencesResponse> GetReportDifferences(GetReportDifferencesRequest request, ServerCallContext context)
    {
        var report = await book.FindAsync(request.Name, context.CancellationToken);
        return await differences.FindAsync(report.Id, await reading.PublishedAsync(report, context.CancellationToken), context.CancellationToken);
    }

    public override Task<ListPublishedFiguresResponse> ListPublishedFigures(ListPublishedFiguresRequest request, ServerCallContext context) =>
        published.ListAsync(request, context.CancellationToken);
}
