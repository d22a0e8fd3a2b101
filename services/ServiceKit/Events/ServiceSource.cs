using System.Collections.Concurrent;

namespace AnSinh.ServiceKit.Events;

/// <summary>Name under which a service's events are known, such as "employment".</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="Name">The name.</param>
/// <param name="Shared">Whether other processes may save and number events in the same database.</param>
public sealed record ServiceSource<TDb>(string Name, bool Shared);

/// <summary>The growth signals of all sources in this process.</summary>
public sealed class FeedSignals
{
    readonly ConcurrentDictionary<string, FeedSignal> signals = new();

    /// <summary>The signal of one source.</summary>
    public FeedSignal Of(string source) => signals.GetOrAdd(source, _ => new FeedSignal());
}

/// <summary>How far a relay of this process has come since it started.</summary>
public sealed class RelayStatus<TDb>
{
    long numbered;
    long published;

    /// <summary>Last sequence number given.</summary>
    public long NumberedSequence => Interlocked.Read(ref numbered);

    /// <summary>Last sequence number published.</summary>
    public long PublishedSequence => Interlocked.Read(ref published);

    /// <summary>When the last published event had been saved, UTC.</summary>
    public DateTimeOffset PublishedThrough { get; private set; }

    internal void Numbered(long sequence) => Interlocked.Exchange(ref numbered, sequence);

    internal void Published(long head, long sequence, DateTimeOffset recordedAt)
    {
        // After a restart there may be much to publish before anything new is numbered.
        Interlocked.CompareExchange(ref numbered, head, 0);
        Interlocked.Exchange(ref published, sequence);
        PublishedThrough = recordedAt;
    }
}
