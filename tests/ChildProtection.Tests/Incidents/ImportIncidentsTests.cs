using AnSinh.ChildProtection.Tests.Hosting;
using AnSinh.Contracts.Child.V1;
using AnSinh.Contracts.Common.V1;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ChildProtection.Tests.Incidents;

public sealed class ImportIncidentsTests : IAsyncLifetime
{
    ServiceTestHost host = null!;

    public async Task InitializeAsync() => host = await ServiceTestHost.StartAsync(builder => builder.AddChildProtection());

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task SameFileTwice_ChangesNothing_AndTellsOfEachIncidentOnce()
    {
        var rows = Rows(Samples.Incident(), Samples.Incident(), Samples.Incident("BC-1"));
        var first = await ImportAsync(rows);
        first.ShouldAllBe(result => result.Outcome == ImportOutcome.Recorded);
        first.Select(result => result.Resource).Distinct().Count().ShouldBe(3);
        var second = await ImportAsync(rows);
        second.ShouldAllBe(result => result.Outcome == ImportOutcome.AlreadyPresent);
        second.Select(result => result.Resource).ShouldBe(first.Select(result => result.Resource));
        var incidents = new IncidentService.IncidentServiceClient(Calls("*"));
        var voided = (await incidents.ListIncidentsAsync(new ListIncidentsRequest())).Incidents[0];
        await incidents.VoidIncidentAsync(new VoidIncidentRequest { Name = voided.Name, Etag = voided.Etag, Reason = "Nhầm", RequestId = Samples.RequestId() });
        var events = await host.EventsAsync("child", 4);
        events.Select(one => one.Type).ShouldBe([.. Enumerable.Repeat("ansinh.child.v1.IncidentRecorded", 3), "ansinh.child.v1.IncidentVoided"]);
        events[0].Data.ShouldBe("""{"kind":"drowning","fatal":true,"place":"river"}""");
    }

    [Fact]
    public async Task BadRows_AreRefusedOneByOne()
    {
        var foreign = Samples.Incident();
        foreign.AreaCode = Samples.ForeignCommune;
        var results = await ImportAsync(Rows(Samples.Incident("A"), Samples.Incident("A"), new Incident(), foreign), "42");
        results.Select(result => result.Outcome).ShouldBe([ImportOutcome.Recorded, ImportOutcome.Refused, ImportOutcome.Refused, ImportOutcome.Refused]);
        results[1].Violations.Single().Reason.ShouldBe("incident.duplicate_in_file");
        results[2].Violations.Select(violation => violation.Reason).ShouldBe(
            ["incident.kind_required", "incident.place_required", "incident.happened_on_required"]);
        results[3].Violations.Single().Reason.ShouldBe("area.out_of_scope");
    }

    static List<IncidentRow> Rows(params Incident[] incidents) => [.. incidents.Select((incident, at) => new IncidentRow { Line = at + 2, Incident = incident })];

    CallInvoker Calls(string area) => host.Channel(host.Token([area], "child-worker"));

    async Task<List<ImportRowResult>> ImportAsync(List<IncidentRow> rows, string area = "*")
    {
        using var call = new IncidentService.IncidentServiceClient(Calls(area)).ImportIncidents();
        await call.RequestStream.WriteAsync(new ImportIncidentsRequest { Options = new ImportOptions() });
        await call.RequestStream.WriteAsync(new ImportIncidentsRequest { Rows = new IncidentRows { Rows = { rows } } });
        await call.RequestStream.CompleteAsync();
        var results = new List<ImportRowResult>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            results.AddRange(response.Results);
        }

        return results;
    }
}
