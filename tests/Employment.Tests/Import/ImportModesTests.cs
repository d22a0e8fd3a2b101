using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Data;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.ServiceKit.Errors;
using AnSinh.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Import;

public sealed class ImportModesTests : IAsyncLifetime
{
    ServiceTestHost host = null!;
    CallInvoker officer = null!;

    public async Task InitializeAsync()
    {
        host = await ServiceTestHost.StartAsync(builder => builder.AddEmployment());
        officer = host.Channel(host.Token("employment-officer"));
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task AllOrNothing_WithABadRow_SavesNothing()
    {
        var known = Samples.Row(2);
        await Importing.Run(officer, [known]);
        var rows = new[] { known, Samples.Row(3), Samples.Row(4), Samples.Row(5) };
        rows[2].Placement.Channel = Channel.Unspecified;
        var (results, summary) = await Importing.Run(officer, rows, ImportMode.AllOrNothing);
        results.Select(result => result.Outcome).ShouldBe(
            [ImportOutcome.AlreadyPresent, ImportOutcome.NotApplied, ImportOutcome.Refused, ImportOutcome.NotApplied]);
        summary.ShouldBe(new ImportSummary { Received = 4, AlreadyPresent = 1, NotApplied = 2, Refused = 1 });
        (await Saved()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task AllOrNothing_WithARowThatOnlyTheDatabaseRefuses_RollsBack()
    {
        var rows = Enumerable.Range(2, 1_500).Select(line => Samples.Row(line)).ToList();
        rows.Add(new PlacementRow { Line = 1_502, Placement = Samples.Loan() });
        rows[^1].Placement.Worker = $"workers/{Guid.NewGuid()}";
        var (results, summary) = await Importing.Run(officer, rows, ImportMode.AllOrNothing);
        results[^1].Violations.Single().Reason.ShouldBe("worker.not_found");
        summary.ShouldBe(new ImportSummary { Received = 1_501, NotApplied = 1_500, Refused = 1 });
        (await Saved()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task AllOrNothing_WithGoodRows_SavesAll()
    {
        var (results, summary) = await Importing.Run(officer, Enumerable.Range(2, 1_500).Select(line => Samples.Row(line)), ImportMode.AllOrNothing);
        results.ShouldAllBe(result => result.Resource.StartsWith("placements/"));
        summary.Recorded.ShouldBe(1_500);
        (await Saved()).ShouldBe((1_500, 1_500));
    }

    [Theory]
    [InlineData(ImportMode.KeepGood)]
    [InlineData(ImportMode.AllOrNothing)]
    public async Task DryRun_JudgesEveryRowAndSavesNothing(ImportMode mode)
    {
        var known = Samples.Row(2);
        await Importing.Run(officer, [known]);
        var (results, summary) = await Importing.Run(officer, [known, Samples.Row(3)], mode, dryRun: true);
        results.ShouldBe([
            new ImportRowResult { Line = 2, Outcome = ImportOutcome.AlreadyPresent, Resource = results[0].Resource },
            new ImportRowResult { Line = 3, Outcome = ImportOutcome.Recorded }]);
        summary.ShouldBe(new ImportSummary { Received = 2, Recorded = 1, AlreadyPresent = 1, DryRun = true });
        (await Saved()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task AllOrNothing_WithTooManyRows_IsRefused()
    {
        var thrown = await Should.ThrowAsync<RpcException>(Importing.Run(
            officer, Enumerable.Range(2, 200_001).Select(line => new PlacementRow { Line = line }), ImportMode.AllOrNothing, rowsInMessage: 1_000));
        thrown.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        Refusal.From(thrown).ShouldNotBeNull().Code.ShouldBe("import.too_many_rows");
    }

    [Fact]
    public async Task BrokenOffStream_LeavesWholeChunksOnly()
    {
        using var cancel = new CancellationTokenSource();
        using var call = new PlacementService.PlacementServiceClient(officer).ImportPlacements(cancellationToken: cancel.Token);
        await call.RequestStream.WriteAsync(new ImportPlacementsRequest { Options = new ImportOptions() });
        await call.RequestStream.WriteAsync(new ImportPlacementsRequest { Rows = new PlacementRows { Rows = { Samples.Row(2), Samples.Row(3) } } });
        (await call.ResponseStream.MoveNext()).ShouldBeTrue("results come while rows are sent");
        call.ResponseStream.Current.Results.Count.ShouldBe(2);
        await cancel.CancelAsync();
        await Should.ThrowAsync<RpcException>(call.ResponseStream.MoveNext());
        (await Saved()).ShouldBe((2, 2));
    }

    [Fact]
    public async Task StreamWithoutOptions_OrWithTwo_IsRefused()
    {
        var rows = new ImportPlacementsRequest { Rows = new PlacementRows { Rows = { Samples.Row(2) } } };
        await RefusedStream("import.options_missing", StatusCode.InvalidArgument, rows);
        await RefusedStream("import.options_missing", StatusCode.InvalidArgument);
        var options = new ImportPlacementsRequest { Options = new ImportOptions() };
        await RefusedStream("import.options_repeated", StatusCode.InvalidArgument, options, options);
        var odd = new ImportPlacementsRequest { Options = new ImportOptions { Mode = (ImportMode)9 } };
        await RefusedStream("import.mode_invalid", StatusCode.InvalidArgument, odd);
        var tooLong = new ImportPlacementsRequest { Rows = new PlacementRows() };
        tooLong.Rows.Rows.AddRange(Enumerable.Range(0, 1_001).Select(_ => new PlacementRow()));
        await RefusedStream("import.message_too_long", StatusCode.InvalidArgument, options, tooLong);
        (await Saved()).ShouldBe((0, 0));
    }

    async Task RefusedStream(string code, StatusCode status, params ImportPlacementsRequest[] messages)
    {
        using var call = new PlacementService.PlacementServiceClient(officer).ImportPlacements();
        foreach (var message in messages)
        {
            await call.RequestStream.WriteAsync(message);
        }

        await call.RequestStream.CompleteAsync();
        var thrown = await Should.ThrowAsync<RpcException>(call.ResponseStream.MoveNext());
        thrown.StatusCode.ShouldBe(status);
        Refusal.From(thrown).ShouldNotBeNull().Code.ShouldBe(code);
    }

    async Task<(int Workers, int Placements)> Saved()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EmploymentDb>();
        return (await db.Workers.CountAsync(), await db.Placements.CountAsync());
    }
}
