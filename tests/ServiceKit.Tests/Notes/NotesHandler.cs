using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;

namespace AnSinh.ServiceKit.Tests.Notes;

/// <summary>What <see cref="NotesHandler"/> does beyond booking.</summary>
sealed class HandlerBehaviour
{
    /// <summary>Called before an event is booked.</summary>
    public Action<EventEnvelope> Before { get; set; } = _ => { };
}

/// <summary>Books every event of the sources that the tests follow.</summary>
sealed class NotesHandler(HandlerBehaviour behaviour) : IEventHandler<NotesDb>
{
    public static string Consumer => "bookings";

    public Task ApplyAsync(NotesDb db, string source, IReadOnlyList<EventEnvelope> run, CancellationToken cancellationToken)
    {
        foreach (var told in run)
        {
            behaviour.Before(told);
            db.Add(new Booking { Id = TimeOrderedId.Next(TimeProvider.System), Source = source, Sequence = told.Sequence, EventId = told.EventId });
        }

        return Task.CompletedTask;
    }
}
