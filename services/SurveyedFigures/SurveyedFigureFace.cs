using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Wire = AnSinh.Contracts.Surveys.V1;

namespace AnSinh.SurveyedFigures;

/// <summary>What a service's gRPC face of figures calls: each service declares the rpcs with permissions of its own.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="db">The scope's database.</param>
/// <param name="book">Keys in, signs, withdraws.</param>
/// <param name="list">Lists.</param>
public sealed class SurveyedFigureFace<TDb>(TDb db, SurveyedFigureBook<TDb> book, ListSurveyedFigures<TDb> list)
    where TDb : ServiceDb
{
    /// <inheritdoc cref="SurveyedFigureBook{TDb}.RecordAsync"/>
    public async Task<Wire.SurveyedFigure> RecordAsync(Wire.RecordSurveyedFigureRequest request, ServerCallContext context) =>
        ForCommand(await book.RecordAsync(request, context.CancellationToken));

    /// <inheritdoc cref="SurveyedFigureBook{TDb}.SignAsync"/>
    public async Task<Wire.SurveyedFigure> SignAsync(Wire.SignSurveyedFigureRequest request, ServerCallContext context) =>
        ForCommand(await book.SignAsync(request, context.CancellationToken));

    /// <inheritdoc cref="SurveyedFigureBook{TDb}.WithdrawAsync"/>
    public async Task<Wire.SurveyedFigure> WithdrawAsync(Wire.WithdrawSurveyedFigureRequest request, ServerCallContext context) =>
        ForCommand(await book.WithdrawAsync(request, context.CancellationToken));

    /// <inheritdoc cref="SurveyedFigureBook{TDb}.FindAsync"/>
    public async Task<Wire.SurveyedFigure> GetAsync(Wire.GetSurveyedFigureRequest request, ServerCallContext context)
    {
        var figure = await book.FindAsync(request.Name, context.CancellationToken);
        return SurveyedFigureMessages.Of(figure, Etag.Of(figure));
    }

    /// <inheritdoc cref="ListSurveyedFigures{TDb}.RunAsync"/>
    public Task<Wire.ListSurveyedFiguresResponse> ListAsync(Wire.ListSurveyedFiguresRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.CancellationToken);

    Wire.SurveyedFigure ForCommand(SurveyedFigure figure) => SurveyedFigureMessages.Of(figure, EtagAfterSaving.Of(db, figure));
}
