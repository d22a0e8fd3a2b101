using AnSinh.Contracts.Common.V1;
using Grpc.Core;
using Wire = AnSinh.Contracts.Protection.V1;

namespace AnSinh.SocialProtection.Poverty;

/// <summary>The gRPC face of poverty surveys: every rpc is one use case.</summary>
/// <param name="surveys">Surveys.</param>
/// <param name="import">Imports.</param>
/// <param name="reading">Queries.</param>
/// <param name="approve">Approves.</param>
public sealed class PovertySurveyGrpc(PovertySurveys surveys, ImportHouseholds import, ReadHouseholds reading, ApprovePovertyList approve)
    : Wire.PovertySurveyService.PovertySurveyServiceBase
{
    /// <inheritdoc/>
    public override Task<Wire.PovertySurvey> CreatePovertySurvey(Wire.CreatePovertySurveyRequest request, ServerCallContext context) =>
        surveys.CreateAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.PovertySurvey> GetPovertySurvey(Wire.GetPovertySurveyRequest request, ServerCallContext context) =>
        surveys.GetAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ListPovertySurveysResponse> ListPovertySurveys(Wire.ListPovertySurveysRequest request, ServerCallContext context) =>
        surveys.ListAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task ImportHouseholds(
        IAsyncStreamReader<Wire.ImportHouseholdsRequest> requestStream, IServerStreamWriter<ImportResponse> responseStream, ServerCallContext context) =>
        import.RunAsync(requestStream, responseStream, context);

    /// <inheritdoc/>
    public override Task<Wire.Household> GetHousehold(Wire.GetHouseholdRequest request, ServerCallContext context) =>
        reading.GetAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ListHouseholdsResponse> ListHouseholds(Wire.ListHouseholdsRequest request, ServerCallContext context) =>
        reading.ListAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.HouseholdCounts> GetHouseholdCounts(Wire.GetHouseholdCountsRequest request, ServerCallContext context) =>
        reading.CountAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.PovertyListsApproved> ApprovePovertyList(Wire.ApprovePovertyListRequest request, ServerCallContext context) =>
        approve.RunAsync(request, context.CancellationToken);
}
