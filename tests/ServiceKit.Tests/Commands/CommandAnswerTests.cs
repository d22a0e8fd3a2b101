using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Commands;

public sealed class CommandAnswerTests : IAsyncLifetime
{
    readonly TemporaryDirectory data = new();
    readonly Guid id = Guid.NewGuid();
    NotesHost host = null!;

    public async Task InitializeAsync() => host = await NotesHost.StartAsync(data);

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        data.Dispose();
    }

    static async Task<Refusal> RefusedAsync(Func<AsyncUnaryCall<Worker>> call) =>
        Refusal.From(await Should.ThrowAsync<RpcException>(async () => await call())).ShouldNotBeNull();

    Task<List<string>> OutcomesAsync() => host.QueryAsync(db => db.Audit.OrderBy(row => row.Id).Select(row => row.Outcome).ToListAsync());

    async Task ShouldHoldAsync(int notes, int events, int answers)
    {
        (await host.QueryAsync(db => db.Notes.CountAsync())).ShouldBe(notes);

        // While an event moves from the outbox into the log, two questions may see it in both.
        await host.NumberedAsync(events);
        (await host.QueryAsync(async db => await db.Outbox.CountAsync() + await db.EventLog.CountAsync())).ShouldBe(events);
        (await host.QueryAsync(db => db.Set<IdempotencyRow>().CountAsync())).ShouldBe(answers);
    }

    [Fact]
    public async Task SameRequestAgain_GetsTheFirstAnswerAndChangesNothing()
    {
        var first = await host.RegisterAsync("Một", id);
        var again = await host.RegisterAsync("Một", id);

        again.ShouldBe(first);
        host.Commands.Runs.ShouldBe(1);
        await host.NumberedAsync(1);
        await ShouldHoldAsync(notes: 1, events: 1, answers: 1);
        var audit = await host.QueryAsync(db => db.Audit.SingleAsync());
        audit.Actor.ShouldBe("official");
        audit.Method.ShouldBe("/ansinh.employment.v1.WorkerService/RegisterWorker");
        audit.Target.ShouldBe(first.Name);
        audit.Outcome.ShouldBe("ok");
        audit.Peer.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task SameIdWithAnotherContent_IsRefused()
    {
        await host.RegisterAsync("Một", id);

        var refusal = await RefusedAsync(() => host.RegisterAsync("Hai", id));

        refusal.Kind.ShouldBe(RefusalKind.Invalid);
        refusal.Code.ShouldBe("request_id.reused");
        await host.NumberedAsync(1);
        await ShouldHoldAsync(notes: 1, events: 1, answers: 1);
        (await host.RegisterAsync("Một", id)).FullName.ShouldBe("Một");
    }

    [Fact]
    public async Task SameIdOfAnotherCaller_IsAnotherRequest()
    {
        await host.RegisterAsync("Một", id, "official");

        (await host.RegisterAsync("Hai", id, "colleague")).FullName.ShouldBe("Hai");
        host.Commands.Runs.ShouldBe(2);
    }

    [Theory]
    [InlineData("", "request_id.missing")]
    [InlineData("abc", "request_id.malformed")]
    public async Task IdThatIsNoUuid_IsRefused(string sent, string code)
    {
        var request = new RegisterWorkerRequest { Worker = new Worker { FullName = "Một" }, RequestId = sent };

        var refusal = await RefusedAsync(() => host.Workers.RegisterWorkerAsync(request, host.Headers()));

        refusal.Kind.ShouldBe(RefusalKind.Invalid);
        refusal.Code.ShouldBe(code);
        host.Commands.Runs.ShouldBe(0);
    }

    [Fact]
    public async Task RefusalByTheState_IsRepeatedWithoutRunningAgain()
    {
        host.Commands.AfterChange = (_, _) => throw Refusal.Precondition("note.closed", "Sổ đã khóa.");
        var first = await RefusedAsync(() => host.RegisterAsync("Một", id));
        host.Commands.AfterChange = (_, _) => Task.CompletedTask;
        var again = await RefusedAsync(() => host.RegisterAsync("Một", id));

        (first.Kind, first.Code, first.Message).ShouldBe((RefusalKind.FailedPrecondition, "note.closed", "Sổ đã khóa."));
        (again.Kind, again.Code, again.Message).ShouldBe((first.Kind, first.Code, first.Message));
        host.Commands.Runs.ShouldBe(1);
        await ShouldHoldAsync(notes: 0, events: 0, answers: 1);
        (await OutcomesAsync()).ShouldBe(["note.closed"]);
    }

    [Fact]
    public async Task InvalidContent_IsNotRemembered()
    {
        host.Commands.AfterChange = (_, _) => throw Refusal.Invalid("worker.full_name", "note.bad", "Sai.");
        (await RefusedAsync(() => host.RegisterAsync("Một", id))).Code.ShouldBe("note.bad");
        await ShouldHoldAsync(notes: 0, events: 0, answers: 0);
        host.Commands.AfterChange = (_, _) => Task.CompletedTask;

        (await host.RegisterAsync("Một", id)).FullName.ShouldBe("Một");

        (await OutcomesAsync()).ShouldBe(["note.bad", "ok"]);
    }

    [Fact]
    public async Task Fault_LeavesNothingAndTheSameIdSucceedsLater()
    {
        host.Commands.AfterChange = async (db, _) =>
        {
            // Also what was written past the change tracker goes.
            await db.Notes.ExecuteDeleteAsync();
            await db.SaveChangesAsync();
            throw new InvalidOperationException("broken");
        };
        (await Should.ThrowAsync<RpcException>(async () => await host.RegisterAsync("Một", id))).StatusCode.ShouldBe(StatusCode.Internal);
        await ShouldHoldAsync(notes: 0, events: 0, answers: 0);
        (await OutcomesAsync()).ShouldBeEmpty();
        host.Commands.AfterChange = (_, _) => Task.CompletedTask;

        (await host.RegisterAsync("Một", id)).FullName.ShouldBe("Một");

        await ShouldHoldAsync(notes: 1, events: 1, answers: 1);
    }

    [Fact]
    public async Task AnswersOfAWeekAgo_AreForgotten()
    {
        var time = new JumpingTime();
        using var other = new TemporaryDirectory();
        await using var notes = await NotesHost.StartAsync(other, time);
        await notes.RegisterAsync("Một", id);
        var kept = time.GetUtcNow().AddDays(7);
        await Patience.UntilAsync(
            async () => !await notes.QueryAsync(db => db.Set<IdempotencyRow>().AnyAsync()),
            () => time.Advance(TimeSpan.FromHours(1)));

        time.GetUtcNow().ShouldBeGreaterThan(kept);
    }
}
