using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Agencies;

public sealed class AgencyTrailTests : IAsyncLifetime
{
    readonly TemporaryDirectory data = new();
    NotesHost host = null!;

    public async Task InitializeAsync() => host = await NotesHost.StartAsync(data, settings: new()
    {
        ["Agencies:tax:Name"] = "Cơ quan thuế",
        ["Agencies:tax:Permissions"] = "employment.workers.read employment.workers.write",
        ["Agencies:tax:Areas"] = "*",
    });

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        data.Dispose();
    }

    Metadata Tax => TestHost.Bearer(host.App.Services.GetRequiredService<DevelopmentIssuer>().IssueClientToken("tax", TimeSpan.FromMinutes(5)));

    Task<List<string>> TrailAsync() => host.QueryAsync(db =>
        db.Audit.OrderBy(row => row.Id).Select(row => row.Actor + " " + row.Method + " " + row.Target + " " + row.Outcome).ToListAsync());

    [Fact]
    public async Task Question_OfAnAgency_LeavesAnEntry_AnsweredOrRefused()
    {
        var note = await host.RegisterAsync("one");
        var unknown = $"workers/{Guid.NewGuid()}";

        (await host.Workers.GetWorkerAsync(new GetWorkerRequest { Name = note.Name }, Tax)).FullName.ShouldBe("one");
        await Should.ThrowAsync<RpcException>(async () => await host.Workers.GetWorkerAsync(new GetWorkerRequest { Name = unknown }, Tax));

        const string method = "/ansinh.employment.v1.WorkerService/GetWorker";
        (await TrailAsync())[1..].ShouldBe([$"agency:tax {method} {note.Name} ok", $"agency:tax {method} {unknown} note.not_found"]);
    }

    [Fact]
    public async Task Question_OfAnOfficial_LeavesNone()
    {
        var note = await host.RegisterAsync("one");
        var headers = TestHost.Bearer(host.App.Services.GetRequiredService<DevelopmentIssuer>()
            .IssueToken("official", [], ["employment.workers.read"], ["*"], TimeSpan.FromMinutes(5)));

        await host.Workers.GetWorkerAsync(new GetWorkerRequest { Name = note.Name }, headers);

        (await TrailAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Command_OfAnAgency_LeavesOneEntryUnderItsClient()
    {
        var request = new RegisterWorkerRequest { Worker = new Worker { FullName = "one" }, RequestId = Guid.NewGuid().ToString() };

        var made = await host.Workers.RegisterWorkerAsync(request, Tax);
        (await host.Workers.RegisterWorkerAsync(request, Tax)).Name.ShouldBe(made.Name);

        (await TrailAsync()).ShouldHaveSingleItem().ShouldBe($"agency:tax /ansinh.employment.v1.WorkerService/RegisterWorker {made.Name} ok");
    }
}
