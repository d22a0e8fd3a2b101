using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Surveys.V1;
using AnSinh.Employment.Data;
using AnSinh.SurveyedFigures;
using Grpc.Core;

namespace AnSinh.Employment.Surveys;

/// <summary>The gRPC face of surveyed figures of the labour market.</summary>
/// <param name="face">What every service does with figures.</param>
public sealed class LabourSurveyGrpc(SurveyedFigureFace<EmploymentDb> face) : LabourSurveyService.LabourSurveyServiceBase
{
    /// <inheritdoc/>
    public override Task<Contracts.Surveys.V1.SurveyedFigure> RecordSurveyedFigure(RecordSurveyedFigureRequest request, ServerCallContext context) =>
        face.RecordAsync(request, context);

    /// <inheritdoc/>
    public override Task<Contracts.Surveys.V1.SurveyedFigure> SignSurveyedFigure(SignSurveyedFigureRequest request, ServerCallContext context) =>
        face.SignAsync(request, context);

    /// <inheritdoc/>
    public override Task<Contracts.Surveys.V1.SurveyedFigure> WithdrawSurveyedFigure(WithdrawSurveyedFigureRequest request, ServerCallContext context) =>
        face.WithdrawAsync(request, context);

    /// <inheritdoc/>
    public override Task<Contracts.Surveys.V1.SurveyedFigure> GetSurveyedFigure(GetSurveyedFigureRequest request, ServerCallContext context) =>
        face.GetAsync(request, context);

    /// <inheritdoc/>
    public override Task<ListSurveyedFiguresResponse> ListSurveyedFigures(ListSurveyedFiguresRequest request, ServerCallContext context) =>
        face.ListAsync(request, context);
}
