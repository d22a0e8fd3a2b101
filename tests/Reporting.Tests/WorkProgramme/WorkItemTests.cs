using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Events;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;
using Date = Google.Type.Date;

namespace AnSinh.Reporting.Tests.WorkProgramme;

public sealed class WorkItemTests : IAsyncLifetime
{
    readonly ReportingHost reporting = new();

    WorkProgrammeService.WorkProgrammeServiceClient Work => new(reporting.Host.Channel(reporting.Host.Token("planning-officer")));

    public Task InitializeAsync() => reporting.InitializeAsync();

    public Task DisposeAsync() => reporting.DisposeAsync();

    [Fact]
    public async Task Items_AreCountedOnTheirDays_AndNoLongerWhenVoided()
    {
        var document = await RecordAsync(Document("1/UBND", 3));
        await RecordAsync(Document("2/UBND", 4));
        var task = await RecordAsync(Task("NV-1"));
        await RecordAsync(Task("NV-2"));
        await Work.CompleteWorkItemAsync(new() { Name = task.Name, DoneOn = Day(6), Etag = task.Etag, RequestId = Id() });
        await RecordAsync(Procedure("TT-1"));
        await Work.VoidWorkItemAsync(new() { Name = document.Name, Etag = document.Etag, Reason = "Trùng", RequestId = Id() });
        await BookOwnAsync(7);

        (await reporting.FigureAsync("REP-01", "2020")).ShouldBe("1");
        (await reporting.BreakdownAsync("REP-01", "2020", "level")).ShouldBe(new Dictionary<string, string> { ["central"] = "1" });
        (await reporting.FigureAsync("REP-02", "2020-H1")).ShouldBe("1");
        var completion = (await reporting.QueryAsync("REP-03", "2020-H1")).Figures[0];
        (completion.Numerator, completion.Denominator, completion.Printed).ShouldBe(("1", "2", "50%"));
        (await reporting.FigureAsync("REP-05", "2021")).ShouldBe("1");
        (await reporting.Indicators.ListParkedEventsAsync(new())).Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Void_OfASettledPetition_TakesBackBothOfItsEvents()
    {
        var item = Item("Đ-1", 2);
        item.Petition = new Petition { Kind = PetitionKind.Complaint };
        item.DoneOn = Day(3);
        var petition = await RecordAsync(item);
        petition.State.ShouldBe(WorkItemState.Done);
        await BookOwnAsync(2);
        (await reporting.FigureAsync("REP-04", "2020")).ShouldBe("1");
        var voided = await Work.VoidWorkItemAsync(new() { Name = petition.Name, Etag = petition.Etag, Reason = "Nhầm", RequestId = Id() });
        voided.State.ShouldBe(WorkItemState.Voided);
        await BookOwnAsync(4);
        (await reporting.FigureAsync("REP-04", "2020")).ShouldBe("0");
        await Refused.With(Work.VoidWorkItemAsync(new() { Name = petition.Name, Etag = voided.Etag, Reason = "Nhầm", RequestId = Id() }), StatusCode.FailedPrecondition, "work.voided");
        // The number is free again.
        (await RecordAsync(item)).Name.ShouldNotBe(petition.Name);
    }

    [Fact]
    public async Task Record_OfBadItems_IsRefusedAndChangesNothing()
    {
        foreach (var (change, code) in new (Action<WorkItem>, string)[]
        {
            (item => item.Document = null, "work.content_missing"),
            (item => item.Number = " ", "work.number_malformed"),
            (item => item.Title = new string('a', 301), "work.title_malformed"),
            (item => item.Day = null, "work.day_missing"),
            (item => item.Day = new Date { Year = 2031, Month = 1, Day = 1 }, "work.day_in_future"),
            (item => item.Day = new Date { Year = 2020, Month = 2, Day = 30 }, "date.invalid"),
            (item => item.DueOn = Day(1), "work.due_before"),
            (item => item.DoneOn = Day(5), "work.not_completable"),
            (item => item.Document.Level = DocumentLevel.Unspecified, "document.level_missing"),
            (item => item.Document.Type = "Công văn", "document.type_malformed"),
            (item => item.Task = new FrameworkTask { Year = 20 }, "task.year_invalid"),
            (item => item.Petition = new Petition(), "petition.kind_missing"),
            (item => item.Procedure = new Procedure(), "procedure.field_malformed"),
        })
        {
            var item = Document("9", 3);
            change(item);
            await Refused.With(Work.RecordWorkItemAsync(new() { Item = item, RequestId = Id() }), StatusCode.InvalidArgument, code);
        }

        await RecordAsync(Document("9", 3));
        await Refused.With(Work.RecordWorkItemAsync(new() { Item = Document("9", 3), RequestId = Id() }), StatusCode.AlreadyExists, "work.duplicate");
        (await Work.ListWorkItemsAsync(new())).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Complete_OfWhatCannotBe_IsRefused()
    {
        var document = await RecordAsync(Document("1", 3));
        await Refused.With(Work.CompleteWorkItemAsync(new() { Name = document.Name, DoneOn = Day(4), Etag = document.Etag, RequestId = Id() }), StatusCode.FailedPrecondition, "work.not_completable");
        var task = await RecordAsync(Task("2"));
        await Refused.With(Work.CompleteWorkItemAsync(new() { Name = task.Name, DoneOn = new Date { Year = 2019, Month = 1, Day = 1 }, Etag = task.Etag, RequestId = Id() }), StatusCode.InvalidArgument, "work.done_before");
        await Refused.With(Work.CompleteWorkItemAsync(new() { Name = task.Name, DoneOn = Day(4), Etag = "7", RequestId = Id() }), StatusCode.Aborted, "etag.mismatch");
        var done = await Work.CompleteWorkItemAsync(new() { Name = task.Name, DoneOn = Day(4), Etag = task.Etag, RequestId = Id() });
        await Refused.With(Work.CompleteWorkItemAsync(new() { Name = task.Name, DoneOn = Day(4), Etag = done.Etag, RequestId = Id() }), StatusCode.FailedPrecondition, "work.completed");
        await Refused.With(Work.GetWorkItemAsync(new() { Name = $"workItems/{Guid.NewGuid()}" }), StatusCode.NotFound, "work.not_found");
    }

    [Fact]
    public async Task Scope_OfADistrict_SeesAndTouchesNothingOfTheProvince()
    {
        var task = await RecordAsync(Task("1"));
        var own = Document("2", 3);
        own.AreaCode = "447";
        var district = new WorkProgrammeService.WorkProgrammeServiceClient(reporting.Host.Channel(reporting.Host.Token(["447"], "planning-officer")));
        await district.RecordWorkItemAsync(new() { Item = own, RequestId = Id() });
        (await district.ListWorkItemsAsync(new())).Items.Single().AreaCode.ShouldBe("447");
        (await Work.ListWorkItemsAsync(new() { AreaCode = "42" })).Items.Count.ShouldBe(2);
        await Refused.With(district.GetWorkItemAsync(new() { Name = task.Name }), StatusCode.PermissionDenied, "area.out_of_scope");
        await Refused.With(district.RecordWorkItemAsync(new() { Item = Document("3", 3), RequestId = Id() }), StatusCode.PermissionDenied, "area.out_of_scope");
        var results = await ImportAsync(district, [Document("4", 3)]);
        results[0].Results.Single().Violations.Single().Reason.ShouldBe("area.out_of_scope");
    }

    [Fact]
    public async Task Import_TheSameFileTwice_ChangesNothing_AndBadRowsAreNamed()
    {
        var done = Task("NV-2");
        done.DoneOn = Day(5);
        WorkItem[] rows = [Document("1", 3), Document("1", 3), done, Task("NV-3"), Procedure("")];
        var first = await ImportAsync(Work, rows);
        var summary = first[^1].Summary;
        (summary.Recorded, summary.Refused).ShouldBe((3, 2));
        first.SelectMany(one => one.Results).Where(one => one.Violations.Count > 0).Select(one => (one.Line, one.Violations[0].Reason))
            .ShouldBe([(3L, "work.duplicate_in_file"), (6L, "work.number_malformed")]);
        (await ImportAsync(Work, [rows[0], done, rows[3]]))[^1].Summary.AlreadyPresent.ShouldBe(3);
        await BookOwnAsync(4);
        (await reporting.QueryAsync("REP-03", "2020")).Figures[0].Printed.ShouldBe("50%");
        var page = await Work.ListWorkItemsAsync(new() { PageSize = 2 });
        (await Work.ListWorkItemsAsync(new() { PageSize = 2, PageToken = page.NextPageToken })).Items.Count.ShouldBe(1);
        (await Work.ListWorkItemsAsync(new() { Kind = WorkItemKind.Task })).Items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Reporting_FollowsItsOwnEvents()
    {
        await RecordAsync(Document("1", 3));
        var head = (await reporting.Host.EventsAsync("reporting", 1)).Count;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        long booked;
        do
        {
            patience.Token.ThrowIfCancellationRequested();
            booked = (await reporting.Indicators.GetFreshnessAsync(new(), cancellationToken: patience.Token)).Sources.Single(one => one.Source == "reporting").BookedSequence;
        }
        while (booked < head);
        (await reporting.FigureAsync("REP-01", "2020")).ShouldBe("1");
    }

    /// <summary>Waits for reporting's own events and books them as its subscription does; whichever comes second changes nothing.</summary>
    async Task BookOwnAsync(int events) => await reporting.BookFromAsync("reporting", [.. (await reporting.Host.EventsAsync("reporting", events)).Select(one => new EventEnvelope
    {
        EventId = Guid.Parse(one.Id),
        Sequence = one.Sequence,
        Type = one.Type,
        Subject = Guid.Parse(one.Subject),
        OccurredOn = new DateOnly(one.OccurredOn.Year, one.OccurredOn.Month, one.OccurredOn.Day),
        RecordedAt = one.RecordedAt.ToDateTimeOffset(),
        AreaCode = one.AreaCode,
        SchemaVersion = one.SchemaVersion,
        Actor = one.Actor,
        TraceParent = one.TraceParent,
        Data = one.Data,
    })]);

    static async Task<List<ImportResponse>> ImportAsync(WorkProgrammeService.WorkProgrammeServiceClient client, IReadOnlyList<WorkItem> items)
    {
        using var call = client.ImportWorkItems();
        await call.RequestStream.WriteAsync(new ImportWorkItemsRequest { Options = new ImportOptions { FileName = "test" } });
        await call.RequestStream.WriteAsync(new ImportWorkItemsRequest { Rows = new WorkItemRows { Rows = { items.Select((item, index) => new WorkItemRow { Line = index + 2, Item = item }) } } });
        await call.RequestStream.CompleteAsync();
        return await call.ResponseStream.ReadAllAsync().ToListAsync();
    }

    async Task<WorkItem> RecordAsync(WorkItem item) => await Work.RecordWorkItemAsync(new() { Item = item, RequestId = Id() });

    static WorkItem Document(string number, int month)
    {
        var item = Item(number, month);
        item.Document = new Document { Level = DocumentLevel.Central, Type = "cong_van" };
        return item;
    }

    static WorkItem Task(string number)
    {
        var item = Item(number, 1);
        item.Task = new FrameworkTask { Year = 2020 };
        return item;
    }

    static WorkItem Procedure(string number)
    {
        var item = Item(number, 1);
        item.Procedure = new Procedure { Field = "merit" };
        return item;
    }

    static WorkItem Item(string number, int month) => new() { Number = number, Title = "Việc", AreaCode = "42", Day = Day(month) };

    static Date Day(int month) => new() { Year = 2020, Month = month, Day = 15 };

    static string Id() => Guid.NewGuid().ToString();
}
