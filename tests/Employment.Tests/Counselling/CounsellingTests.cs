using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;
using Client = AnSinh.Contracts.Employment.V1.CounsellingService.CounsellingServiceClient;

namespace AnSinh.Employment.Tests.Counselling;

public sealed class CounsellingTests(EmploymentHost service) : IClassFixture<EmploymentHost>
{
    Client Officer => new(service.Officer);

    [Fact]
    public async Task Record_Twice_IsRefused_AndAnotherKindOrAfterAVoidIsNot()
    {
        var request = Request(Samples.Worker());
        var visit = await Officer.RecordCounsellingAsync(request);
        request.RequestId = Samples.RequestId();
        var refusal = await Refused.With(Officer.RecordCounsellingAsync(request), StatusCode.AlreadyExists, "counselling.duplicate");
        refusal.Metadata["visit"].ShouldBe(visit.Name);
        var other = request.Clone();
        other.Visit.Kind = CounsellingKind.JobReferral;
        other.RequestId = Samples.RequestId();
        (await Officer.RecordCounsellingAsync(other)).Worker.ShouldBe(visit.Worker);
        var voided = await Officer.VoidCounsellingAsync(Void(visit));
        voided.State.ShouldBe(CounsellingState.Voided);
        await Refused.With(Officer.VoidCounsellingAsync(Void(voided)), StatusCode.FailedPrecondition, "counselling.voided");
        request.RequestId = Samples.RequestId();
        (await Officer.RecordCounsellingAsync(request)).Name.ShouldNotBe(visit.Name);
        (await Officer.ListCounsellingVisitsAsync(new ListCounsellingVisitsRequest { Worker = visit.Worker })).Visits.Count.ShouldBe(2);
        (await Officer.ListCounsellingVisitsAsync(new ListCounsellingVisitsRequest { Worker = visit.Worker, IncludeVoided = true })).Visits.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Record_WithBadFields_NamesThemAll()
    {
        var request = Request(Samples.Worker());
        request.Visit = new CounsellingVisit { AreaCode = Samples.Commune };
        request.NewWorker = null;
        var refusal = await Refused.With(Officer.RecordCounsellingAsync(request), StatusCode.InvalidArgument, "counselling.kind_required");
        refusal.Violations.Select(one => one.Code).ShouldBe(["counselling.kind_required", "counselling.visited_on_required", "worker.required"]);
        request = Request(Samples.Worker());
        request.Visit.VisitedOn = Samples.Day(2031, 1, 1);
        await Refused.Field(Officer.RecordCounsellingAsync(request), "visit.visited_on", "counselling.visited_on_out_of_range");
    }

    [Fact]
    public async Task Import_TheSameFileTwice_ChangesNothing_AndOneWorkerHasSeveralVisits()
    {
        var worker = Samples.Worker();
        var rows = new List<CounsellingRow>
        {
            Row(1, worker, 2), Row(2, worker, 3), Row(3, Samples.WorkerWithoutNumber("Công dân Hai"), 2), Row(4, Samples.WorkerWithoutNumber("Công dân Hai"), 2),
            Row(5, Samples.Worker(), 40),
        };
        rows[4].AreaCode = "99999";
        rows[4].VisitedOn = Samples.Day(2026, 3, 2);
        var (results, first) = await ImportAsync(rows);
        first.Recorded.ShouldBe(4);
        results[4].Violations.Select(one => one.Reason).ShouldBe(["area.unknown"]);
        (await ImportAsync(rows)).Summary.AlreadyPresent.ShouldBe(4);
        var visit = await Officer.GetCounsellingVisitAsync(new GetCounsellingVisitRequest { Name = results[0].Resource });
        (await Officer.GetCounsellingVisitAsync(new GetCounsellingVisitRequest { Name = results[1].Resource })).Worker.ShouldBe(visit.Worker);
        var request = Request(worker);
        request.Visit.VisitedOn = Samples.Day(2026, 3, 2);
        await Refused.With(Officer.RecordCounsellingAsync(request), StatusCode.AlreadyExists, "counselling.duplicate");
    }

    [Fact]
    public async Task AnOfficerOfAnotherProvince_NeitherReadsNorWrites()
    {
        var visit = await Officer.RecordCounsellingAsync(Request(Samples.Worker()));
        var foreign = new Client(service.OfficerOf("46"));
        await Refused.With(
            foreign.GetCounsellingVisitAsync(new GetCounsellingVisitRequest { Name = visit.Name }), StatusCode.PermissionDenied, "area.out_of_scope");
        await Refused.With(foreign.RecordCounsellingAsync(Request(Samples.Worker())), StatusCode.PermissionDenied, "area.out_of_scope");
        (await foreign.ListCounsellingVisitsAsync(new ListCounsellingVisitsRequest())).Visits.ShouldBeEmpty();
    }

    async Task<(List<ImportRowResult> Results, ImportSummary Summary)> ImportAsync(List<CounsellingRow> rows)
    {
        using var call = Officer.ImportCounselling();
        await call.RequestStream.WriteAsync(new ImportCounsellingRequest { Options = new ImportOptions { FileName = "mau.csv" } });
        await call.RequestStream.WriteAsync(new ImportCounsellingRequest { Rows = new CounsellingRows { Rows = { rows } } });
        await call.RequestStream.CompleteAsync();
        var (results, summary) = (new List<ImportRowResult>(), new ImportSummary());
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            results.AddRange(response.Results);
            summary = response.Summary ?? summary;
        }

        return (results, summary);
    }

    static RecordCounsellingRequest Request(Worker worker) => new()
    {
        Visit = new CounsellingVisit { Kind = CounsellingKind.JobCounselling, VisitedOn = Samples.Day(2026, 3, 5), AreaCode = Samples.Commune },
        NewWorker = worker,
        RequestId = Samples.RequestId(),
    };

    static VoidCounsellingRequest Void(CounsellingVisit visit) =>
        new() { Name = visit.Name, Etag = visit.Etag, Reason = "Ghi nhầm", RequestId = Samples.RequestId() };

    static CounsellingRow Row(int line, Worker worker, int day) => new()
    {
        Line = line,
        Worker = worker,
        Kind = CounsellingKind.JobCounselling,
        VisitedOn = Samples.Day(2026, 3, day),
        AreaCode = Samples.Commune,
    };
}
