using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Commands;

public sealed class CommandConcurrencyTests : IAsyncLifetime
{
    readonly TemporaryDirectory data = new();
    NotesHost host = null!;

    public async Task InitializeAsync() => host = await NotesHost.StartAsync(data);

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        data.Dispose();
    }

    AsyncUnaryCall<Worker> IdentifyAsync(Worker worker, string etag, Guid? id = null) => host.Workers.IdentifyWorkerAsync(
        new IdentifyWorkerRequest { Name = worker.Name, CitizenNumber = "x", Etag = etag, RequestId = (id ?? Guid.NewGuid()).ToString() }, host.Headers());

    static async Task<Refusal> RefusedAsync(Func<AsyncUnaryCall<Worker>> call) =>
        Refusal.From(await Should.ThrowAsync<RpcException>(async () => await call())).ShouldNotBeNull();

    [Fact]
    public async Task TwentyTwins_HaveOneEffectAndOneAnswer()
    {
        var id = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => await host.RegisterAsync("Một", id)));

        answers.Distinct().Count().ShouldBe(1);
        host.Commands.Runs.ShouldBe(1);
        await host.NumberedAsync(1);
        (await host.QueryAsync(db => db.Notes.CountAsync())).ShouldBe(1);
        (await host.QueryAsync(db => db.EventLog.CountAsync())).ShouldBe(1);
        (await host.QueryAsync(db => db.Audit.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task TwentyTwinsThatAreRefused_GetTheSameRefusal()
    {
        var id = Guid.NewGuid();
        host.Commands.AfterChange = (_, _) => throw Refusal.Precondition("note.closed", "Sổ đã khóa.");

        var refusals = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RefusedAsync(() => host.RegisterAsync("Một", id))));

        refusals.Select(refusal => refusal.Code).Distinct().ShouldBe(["note.closed"]);
        (await host.QueryAsync(db => db.Audit.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task TwentyDifferentCommands_AllHaveTheirEffect()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i => await host.RegisterAsync($"Ghi chú {i}")));

        await host.NumberedAsync(20);
        (await host.QueryAsync(db => db.Notes.CountAsync())).ShouldBe(20);
    }

    [Fact]
    public async Task NaturalKeyOfAnotherRecord_IsAlreadyThere()
    {
        await host.RegisterAsync("Một");

        var refusal = await RefusedAsync(() => host.RegisterAsync("Một"));

        refusal.Kind.ShouldBe(RefusalKind.AlreadyExists);
        refusal.Code.ShouldBe("record.duplicate");
        await host.NumberedAsync(1);
        (await host.QueryAsync(db => db.Outbox.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Change_WhenTheEtagIsStale_IsAbortedWithTheCurrentOne()
    {
        var worker = await host.RegisterAsync("Một");
        worker.Etag.ShouldBe("1");
        var changed = await IdentifyAsync(worker, worker.Etag);
        changed.Etag.ShouldBe("2");

        var refusal = await RefusedAsync(() => IdentifyAsync(worker, worker.Etag));

        refusal.Kind.ShouldBe(RefusalKind.Conflict);
        refusal.Code.ShouldBe("etag.mismatch");
        refusal.Metadata[Refusal.EtagKey].ShouldBe("2");
        (await RefusedAsync(() => IdentifyAsync(worker, ""))).Code.ShouldBe("etag.missing");
    }

    [Fact]
    public async Task Change_WhenTheRecordChangesMeanwhile_IsAbortedAndNotRemembered()
    {
        var id = Guid.NewGuid();
        var worker = await host.RegisterAsync("Một");
        host.Commands.AfterChange = (db, _) => db.Notes.ExecuteUpdateAsync(set => set.SetProperty(note => note.Version, 9));

        (await RefusedAsync(() => IdentifyAsync(worker, "1", id))).Code.ShouldBe("etag.mismatch");

        host.Commands.AfterChange = (_, _) => Task.CompletedTask;
        (await IdentifyAsync(worker, "1", id)).Etag.ShouldBe("2");
    }
}
