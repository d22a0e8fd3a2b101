using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Tests.Notes;

/// <summary>What the commands of <see cref="NotesGrpc"/> do beyond their work, and how often they have run.</summary>
sealed class NotesBehaviour
{
    int runs;

    public int Runs => runs;

    /// <summary>Called after note and event have been added, before anything is saved.</summary>
    public Func<NotesDb, Note, Task> AfterChange { get; set; } = (_, _) => Task.CompletedTask;

    public Task ChangedAsync(NotesDb db, Note note)
    {
        Interlocked.Increment(ref runs);
        return AfterChange(db, note);
    }
}

/// <summary>Notes behind a published contract: a worker's full name is the note's title, a citizen number its text.</summary>
sealed class NotesGrpc(NotesDb db, NotesBehaviour behaviour) : WorkerService.WorkerServiceBase
{
    public static readonly DateOnly Day = new(2020, 6, 30);

    public override async Task<Worker> RegisterWorker(RegisterWorkerRequest request, ServerCallContext context)
    {
        var note = new Note { Id = TimeOrderedId.Next(db.Origin.Time), Title = request.Worker.FullName, Kind = NoteKind.Plain };
        db.Add(note);
        db.Emit(new WorkerRegistered { PersonKey = note.Title }, note.Id, Day, "18073");
        await behaviour.ChangedAsync(db, note);
        return ToMessage(note);
    }

    public override async Task<Worker> IdentifyWorker(IdentifyWorkerRequest request, ServerCallContext context)
    {
        var id = Guid.Parse(request.Name["workers/".Length..]);
        var note = await db.Notes.SingleOrDefaultAsync(one => one.Id == id, context.CancellationToken)
            ?? throw Refusal.NotFound("note.not_found", "Không có ghi chú này.");
        Etag.Check(note, request.Etag, "etag");
        note.Text = request.CitizenNumber;
        db.Emit(new PersonIdentified { FormerKey = note.Title, PersonKey = request.CitizenNumber }, note.Id, Day, "18073");
        await behaviour.ChangedAsync(db, note);
        return ToMessage(note);
    }

    public override async Task<Worker> GetWorker(GetWorkerRequest request, ServerCallContext context)
    {
        var id = Guid.Parse(request.Name["workers/".Length..]);
        return ToMessage(await db.Notes.SingleOrDefaultAsync(one => one.Id == id, context.CancellationToken)
            ?? throw Refusal.NotFound("note.not_found", "Không có ghi chú này."));
    }

    Worker ToMessage(Note note) => new() { Name = $"workers/{note.Id}", FullName = note.Title, Etag = EtagAfterSaving.Of(db, note) };
}
