using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;

namespace AnSinh.Reporting.Quality;

/// <summary>Serves data quality over gRPC.</summary>
sealed class QualityGrpc(QualityRules rules, RunQualityChecks run, ListQualityFindings list, UpdateQualityFinding update) : QualityService.QualityServiceBase
{
    public override Task<RunQualityChecksResponse> RunQualityChecks(RunQualityChecksRequest request, ServerCallContext context) =>
        run.RunAsync(context.CancellationToken);

    public override Task<ListQualityFindingsResponse> ListQualityFindings(ListQualityFindingsRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.CancellationToken);

    public override Task<Contracts.Reporting.V1.QualityFinding> UpdateQualityFinding(UpdateQualityFindingRequest request, ServerCallContext context) =>
        update.RunAsync(request, context.CancellationToken);

    public override Task<ListQualityRulesResponse> ListQualityRules(ListQualityRulesRequest request, ServerCallContext context)
    {
        var size = PageSize.Of(request.PageSize);
        var after = PageToken.Read(request, request.PageToken, 1)?[0] ?? "";
        var rest = rules.All.Where(rule => string.CompareOrdinal(rule.Code, after) > 0).Take(size + 1).ToList();
        return Task.FromResult(new ListQualityRulesResponse
        {
            Rules = { rest.Take(size).Select(QualityMessages.Of) },
            NextPageToken = rest.Count > size ? PageToken.Make(request, rest[size - 1].Code) : "",
        });
    }
}
