using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Training.V1;
using AnSinh.VocationalTraining.Tests.Hosting;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.VocationalTraining.Tests.Enrolments;

public sealed class ImportEnrolmentsTests(TrainingHost service) : IClassFixture<TrainingHost>
{
    [Fact]
    public async Task Import_TheSameFileTwice_ChangesNothing()
    {
        var (institution, programme) = await ProgrammeAsync();
        var rows = Enumerable.Range(1, 1_200).Select(line => Row(line, institution, programme)).ToList();
        var (_, first) = await RunAsync(rows);
        first.Recorded.ShouldBe(1_200);
        var (results, second) = await RunAsync(rows);
        second.AlreadyPresent.ShouldBe(1_200);
        second.Recorded.ShouldBe(0);
        var read = await service.Enrolments.GetEnrolmentAsync(new GetEnrolmentRequest { Name = results[0].Resource });
        read.Trainee.CitizenNumber.ShouldBe(rows[0].Trainee.CitizenNumber);
        read.Institution.ShouldBe(institution.Name);
    }

    [Fact]
    public async Task Import_KeepsGoodRows_AndNamesEveryBadOne()
    {
        var (institution, programme) = await ProgrammeAsync();
        var rows = Enumerable.Range(1, 6).Select(line => Row(line, institution, programme)).ToList();
        rows[1].ProgrammeCode = "KHAC";
        rows[2].AreaCode = "99999";
        rows[3].Trainee = null;
        rows[4].CompletedOn = Samples.Day(2026, 1, 1);
        var (results, summary) = await RunAsync(rows);
        summary.Recorded.ShouldBe(2);
        results.SelectMany(one => one.Violations.Select(violation => (one.Line, violation.Reason))).ShouldBe(
        [
            (2, "programme.not_found"), (3, "area.unknown"), (4, "person.required"), (5, "enrolment.completed_on_out_of_range"),
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task Import_WithADayOfCompletion_RecordsBoth()
    {
        var (institution, programme) = await ProgrammeAsync();
        var row = Row(1, institution, programme);
        row.CompletedOn = Samples.Day(2026, 4, 2);
        var (results, _) = await RunAsync([row]);
        var read = await service.Enrolments.GetEnrolmentAsync(new GetEnrolmentRequest { Name = results[0].Resource });
        read.State.ShouldBe(EnrolmentState.Completed);
        read.EndedOn.ShouldBe(row.CompletedOn);
    }

    [Fact]
    public async Task Import_OfAForeignArea_RefusesTheRow()
    {
        var (institution, programme) = await ProgrammeAsync();
        var (results, _) = await RunAsync([Row(1, institution, programme)], service.As("training-officer", "tester", "46"));
        results.Single().Violations.Single().Reason.ShouldBe("area.out_of_scope");
    }

    async Task<(Institution Institution, Programme Programme)> ProgrammeAsync()
    {
        var institution = await service.InstitutionAsync();
        return (institution, await service.ProgrammeAsync(institution: institution));
    }

    static EnrolmentRow Row(int line, Institution institution, Programme programme) => new()
    {
        Line = line,
        Trainee = Samples.Trainee(),
        InstitutionCode = institution.Code,
        ProgrammeCode = programme.Code,
        EnrolledOn = Samples.Day(2026, 2, 2),
        AreaCode = Samples.Commune,
    };

    async Task<(List<ImportRowResult> Results, ImportSummary Summary)> RunAsync(List<EnrolmentRow> rows, CallInvoker? calls = null)
    {
        using var call = new EnrolmentService.EnrolmentServiceClient(calls ?? service.Officer).ImportEnrolments();
        await call.RequestStream.WriteAsync(new ImportEnrolmentsRequest { Options = new ImportOptions { FileName = "mau.csv" } });
        foreach (var chunk in rows.Chunk(500))
        {
            await call.RequestStream.WriteAsync(new ImportEnrolmentsRequest { Rows = new EnrolmentRows { Rows = { chunk } } });
        }

        await call.RequestStream.CompleteAsync();
        var results = new List<ImportRowResult>();
        var summary = new ImportSummary();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            results.AddRange(response.Results);
            summary = response.Summary ?? summary;
        }

        return (results, summary);
    }
}
