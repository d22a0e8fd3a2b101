using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Contracts.Events.V1;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Events;

public sealed class RelayTests : IDisposable
{
    const int Writers = 16;
    const int EventsEach = 50;
    readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    static async Task WriteAsync(NotesHost host, int writer)
    {
        for (var i = 0; i < EventsEach; i++)
        {
            var number = (writer * EventsEach) + i;
            await host.InUnitAsync(db =>
            {
                db.Emit(new EmployerRegistered { Size = number }, Guid.NewGuid(), NotesGrpc.Day, "18073");
                return Task.CompletedTask;
            });
        }
    }

    static async Task<List<Event>> SubscribeAsync(NotesHost host, int count)
    {
        using var limit = new CancellationTokenSource(Patience.Limit);
        using var stream = host.Feed.Subscribe(new SubscribeRequest { Source = NotesHost.Source }, host.Headers());
        var seen = new List<Event>();
        while (seen.Count < count && await stream.ResponseStream.MoveNext(limit.Token))
        {
            seen.AddRange(stream.ResponseStream.Current.Events);
        }

        return seen;
    }

    [Fact]
    public async Task SequenceIsConsecutive_WhileManyWrite()
    {
        await using var host = await NotesHost.StartAsync(data);
        var reading = SubscribeAsync(host, Writers * EventsEach);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(host, writer)));

        var seen = await reading;
        seen.Select(one => one.Sequence).ShouldBe(Enumerable.Range(1, Writers * EventsEach).Select(i => (long)i));
        seen.Select(one => one.Id).Distinct().Count().ShouldBe(Writers * EventsEach);
        var numbers = seen.Select(one => ((EmployerRegistered)Contracts.Events.EventTypes.Read(one.Type, System.Text.Encoding.UTF8.GetBytes(one.Data))!).Size!.Value);
        foreach (var writer in numbers.GroupBy(number => number / EventsEach))
        {
            // What one writer saved one after another stands in that order.
            writer.ShouldBe(Enumerable.Range(writer.Key * EventsEach, EventsEach));
        }

        (await host.QueryAsync(db => db.Outbox.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Correction_ComesAfterWhatItCorrects_WhenTheClockJumpsBack()
    {
        var time = new JumpingTime();
        await using var host = await NotesHost.StartAsync(data, time);
        var subject = Guid.NewGuid();
        var wrong = Guid.CreateVersion7(time.GetUtcNow().AddMinutes(10));
        Guid corrected = default;
        Guid voided = default;
        time.JumpTo(time.GetUtcNow().AddHours(-1));
        await host.InUnitAsync(db =>
        {
            // An instance whose clock was ahead has saved the first; the correction is saved here, by a clock that is behind.
            var first = db.Draft(new EmployerRegistered { Size = 1 }, subject, NotesGrpc.Day, "18073");
            first.EventId = wrong;
            db.Add(first);
            corrected = db.Emit(new EmployerRegistered { Size = 2 }, subject, NotesGrpc.Day, "18073", wrong);
            time.JumpTo(time.GetUtcNow().AddHours(-1));
            voided = db.Emit(new EmployerRegistered { Size = 3 }, subject, NotesGrpc.Day, "18073", corrected);
            return Task.CompletedTask;
        });

        await host.NumberedAsync(3);

        (await host.QueryAsync(db => db.EventLog.OrderBy(row => row.Sequence).Select(row => row.EventId).ToListAsync())).ShouldBe([wrong, corrected, voided]);
    }

    [Fact]
    public async Task MoreThanOneRound_IsNumberedWithoutWaiting()
    {
        // The clock stands, so no timer helps.
        await using var host = await NotesHost.StartAsync(data, new JumpingTime(), settings: new() { ["Relay:NumberAtOnce"] = "7", ["Relay:RunLength"] = "2" });

        await host.EmitAsync(50);

        await host.NumberedAsync(50);
        await host.PublishedAsync(50);
        host.Bus.Tried.SelectMany(run => run.Events).Select(one => one.Sequence).Order().ShouldBe(Enumerable.Range(1, 50).Select(i => (long)i));
    }

    [Fact]
    public async Task Event_CarriesWhoCausedItAndWhen()
    {
        var time = new JumpingTime();
        await using var host = await NotesHost.StartAsync(data, time);

        await host.RegisterAsync("Một", subject: "colleague");

        await host.NumberedAsync(1);
        var told = (await host.ReadFeedAsync()).Events.Single();
        told.Actor.ShouldBe("colleague");
        told.RecordedAt.ToDateTimeOffset().ShouldBe(time.GetUtcNow());
        told.Type.ShouldBe("ansinh.employment.v1.WorkerRegistered");
        told.SchemaVersion.ShouldBe(1);
        (told.OccurredOn.Year, told.OccurredOn.Month, told.OccurredOn.Day).ShouldBe((2020, 6, 30));
        told.AreaCode.ShouldBe("18073");
    }
}
