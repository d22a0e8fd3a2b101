using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Rebuild;

/// <summary>Serves rebuilds over gRPC.</summary>
sealed class RebuildGrpc(RebuildJobs jobs, CallerAccessor caller) : RebuildService.RebuildServiceBase
{
    public override Task<Wire.Rebuild> StartRebuild(StartRebuildRequest request, ServerCallContext context) => Task.FromResult(jobs.Start(caller.Current.Subject));

    public override Task<Wire.Rebuild> GetRebuild(GetRebuildRequest request, ServerCallContext context) => Task.FromResult(jobs.Find(request.Name).Show());

    public override Task<ListRebuildsResponse> ListRebuilds(ListRebuildsRequest request, ServerCallContext context)
    {
        var size = PageSize.Of(request.PageSize, 20);
        var all = jobs.All.Select(run => run.Show()).ToList();
        var after = PageToken.Read(request, request.PageToken, 1)?[0];
        var rest = after is null ? all : all.SkipWhile(one => one.Name != after).Skip(1).ToList();
        return Task.FromResult(new ListRebuildsResponse
        {
            Rebuilds = { rest.Take(size) },
            NextPageToken = rest.Count > size ? PageToken.Make(request, rest[size - 1].Name) : "",
        });
    }

    public override Task<Wire.Rebuild> CancelRebuild(CancelRebuildRequest request, ServerCallContext context) => Task.FromResult(jobs.Cancel(request.Name));
}
