using System.Collections.Concurrent;
using Grpc.Core;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>A command as its sender knows it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Its number; makes the content.</param>
/// <param name="Area">Commune of its record.</param>
/// <param name="RequestId">Its request id.</param>
sealed record SentCommand(CommandKind Kind, int Number, string Area, string RequestId)
{
    /// <summary>Name of the record, once it was acknowledged.</summary>
    public string? Record { get; set; }

    /// <summary>Whether its first sending ended without an answer.</summary>
    public bool WasUnknown { get; set; }
}

/// <summary>What was sent in one round, and what came of it. Written by many senders at once.</summary>
/// <param name="area">Commune of all records of the round.</param>
sealed class Journal(string area)
{
    readonly ConcurrentQueue<SentCommand> sent = new();
    readonly ConcurrentDictionary<StatusCode, int> failures = new();
    int acknowledged;

    /// <summary>Commune of all records of the round: nobody else records there.</summary>
    public string Area => area;

    /// <summary>Every command.</summary>
    public IReadOnlyCollection<SentCommand> Sent => sent;

    /// <summary>How often a call ended with which status instead of an answer.</summary>
    public IReadOnlyDictionary<StatusCode, int> Failures => failures;

    /// <summary>Commands with an answer so far.</summary>
    public int Acknowledged => Volatile.Read(ref acknowledged);

    /// <summary>A new command.</summary>
    public SentCommand Add(CommandKind kind, int number)
    {
        var command = new SentCommand(kind, number, area, Guid.NewGuid().ToString());
        sent.Enqueue(command);
        return command;
    }

    /// <summary>Sends a command, for the first time or again.</summary>
    /// <returns>Whether it was answered; if not, what became of it is unknown.</returns>
    /// <exception cref="InvalidOperationException">It was refused: the same content under the same request id is always answered alike.</exception>
    public async Task<bool> TrySendAsync(SentCommand command, TimeSpan deadline)
    {
        try
        {
            var options = new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime + deadline);
            command.Record = await command.Kind.Send(command.Number, command.Area, command.RequestId, options);
            Interlocked.Increment(ref acknowledged);
            return true;
        }
        catch (RpcException fault) when (fault.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled)
        {
            failures.AddOrUpdate(fault.StatusCode, 1, (_, count) => count + 1);
            command.WasUnknown = true;
            return false;
        }
        catch (RpcException refused)
        {
            throw new InvalidOperationException(
                $"{command.Kind.Service} refused command {command.Number} ({(command.WasUnknown ? "sent again" : "first sending")}): {refused.Status}", refused);
        }
    }
}
