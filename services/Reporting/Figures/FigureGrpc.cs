using AnSinh.Contracts.Reporting.V1;
using Grpc.Core;

namespace AnSinh.Reporting.Figures;

/// <summary>Serves figures in bulk over gRPC.</summary>
sealed class FigureGrpc(QueryFigures query, StreamFigures stream, WatchFigures watch, ExportFigures export) : FigureService.FigureServiceBase
{
    public override Task<QueryFiguresResponse> QueryFigures(QueryFiguresRequest request, ServerCallContext context) =>
        query.RunAsync(request, context.CancellationToken);

    public override Task StreamFigures(StreamFiguresRequest request, IServerStreamWriter<StreamFiguresResponse> responseStream, ServerCallContext context) =>
        stream.RunAsync(request, responseStream, context.CancellationToken);

    public override Task WatchFigures(WatchFiguresRequest request, IServerStreamWriter<WatchFiguresResponse> responseStream, ServerCallContext context) =>
        watch.RunAsync(request, responseStream, context.CancellationToken);

    public override Task ExportFigures(ExportFiguresRequest request, IServerStreamWriter<ExportFiguresResponse> responseStream, ServerCallContext context) =>
        export.RunAsync(request, responseStream, context.CancellationToken);
}
