using AnSinh.ServiceKit.Persistence;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Rebuild;

/// <summary>One rebuild as people see it: written by the work, read by anybody.</summary>
sealed class RebuildRun
{
    readonly Lock sync = new();
    readonly Wire.Rebuild shown;
    readonly TimeProvider time;
    readonly long began;

    public RebuildRun(RebuildMark mark, bool resumed, TimeProvider time)
    {
        this.time = time;
        Mark = mark;
        began = time.GetTimestamp();
        shown = new Wire.Rebuild
        {
            Name = NameOf(mark.Id),
            State = Wire.RebuildState.Booking,
            StartedBy = mark.StartedBy,
            StartTime = Timestamp.FromDateTimeOffset(mark.StartedAt),
            Resumed = resumed,
        };
    }

    public RebuildMark Mark { get; }

    /// <summary>Cancelled by a person, or because the process stops.</summary>
    public CancellationTokenSource Ending { get; } = new();

    public bool HasEnded => Show().EndTime is not null;

    /// <summary>Events that are still to be booked.</summary>
    public long Remaining => HasEnded ? 0 : Show().Sources.Sum(source => source.TargetSequence - source.BookedSequence);

    public static string NameOf(Guid id) => $"rebuilds/{id}";

    /// <summary>A copy of the state.</summary>
    public Wire.Rebuild Show()
    {
        lock (sync)
        {
            return shown.Clone();
        }
    }

    public void Aim(IReadOnlyList<FeedPositionRow> targets, IReadOnlyDictionary<string, long> positions) => Change(rebuild =>
    {
        rebuild.Sources.Clear();
        rebuild.Sources.AddRange(targets.Select(target => new Wire.RebuildSource
        {
            Source = target.Source,
            BookedSequence = positions.GetValueOrDefault(target.Source),
            TargetSequence = target.Sequence,
        }));
    });

    public void Booked(string source, long sequence, int events) => Change(rebuild =>
    {
        rebuild.Sources.Single(one => one.Source == source).BookedSequence = sequence;
        rebuild.Events += events;
        SetRate(rebuild);
    });

    /// <summary>Cells and presences have been made of what was booked: that is part of booking it.</summary>
    public void Summed() => Change(SetRate);

    public void Enter(Wire.RebuildState state) => Change(rebuild => rebuild.State = state);

    public void Compared(IReadOnlyList<Wire.RebuildTable> tables) => Change(rebuild =>
    {
        rebuild.Tables.Clear();
        rebuild.Tables.AddRange(tables);
    });

    public void End(Wire.RebuildState state, string reason = "", string detail = "") => Change(rebuild =>
    {
        (rebuild.State, rebuild.Reason, rebuild.Detail) = (state, reason, detail);
        rebuild.EndTime = Timestamp.FromDateTimeOffset(time.GetUtcNow());
    });

    void SetRate(Wire.Rebuild rebuild)
    {
        var seconds = time.GetElapsedTime(began).TotalSeconds;
        rebuild.EventsPerSecond = seconds > 0 ? rebuild.Events / seconds : 0;
    }

    void Change(Action<Wire.Rebuild> change)
    {
        lock (sync)
        {
            change(shown);
        }
    }
}
