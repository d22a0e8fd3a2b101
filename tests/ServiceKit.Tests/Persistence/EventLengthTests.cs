using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Persistence;

public sealed class EventLengthTests : IDisposable
{
    readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task AnEvent_LongerThanItsColumn_IsAFault_AndNothingIsSaved()
    {
        await using var host = await NotesHost.StartAsync(data);
        var frame = 0;
        await host.InUnitAsync(db => Task.FromResult(frame = DraftOf(db, "").Data.Length));
        var longest = EventRow.LongestData - frame;

        var fault = await Should.ThrowAsync<InvalidOperationException>(() => host.InUnitAsync(db =>
        {
            db.Add(new Note { Id = Guid.NewGuid(), Title = "never saved", Kind = NoteKind.Plain });
            db.Emit(Record(longest + 1), Guid.NewGuid(), NotesGrpc.Day, "18073");
            return Task.CompletedTask;
        }));
        fault.Message.ShouldBe("An event ansinh.employment.v1.WorkerRegistered of 4001 characters: allowed are 4000; tell it as several events.");
        (await host.QueryAsync(db => db.Notes.CountAsync())).ShouldBe(0);

        await host.InUnitAsync(db =>
        {
            db.Emit(Record(longest), Guid.NewGuid(), NotesGrpc.Day, "18073");
            return Task.CompletedTask;
        });
        await host.NumberedAsync(1);
    }

    [Theory]
    [InlineData(typeof(OutboxRow))]
    [InlineData(typeof(EventLogRow))]
    public void TheLimit_IsThatOfTheColumn(Type row)
    {
        using var db = NotesSqliteDb.Open(Path.Combine(data.Path, "model.db"));
        db.Model.FindEntityType(row)!.FindProperty(nameof(EventRow.Data))!.GetMaxLength().ShouldBe(EventRow.LongestData);
    }

    static OutboxRow DraftOf(NotesDb db, string key) => db.Draft(new WorkerRegistered { PersonKey = key }, Guid.NewGuid(), NotesGrpc.Day, "18073");

    static WorkerRegistered Record(int length) => new() { PersonKey = new string('x', length) };
}
