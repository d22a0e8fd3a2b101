using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AnSinh.AllInOne.Cluster;

/// <summary>
/// Sends the messages of an error queue back to the queue that they came from, as they were: the message id stays, so that who has booked one
/// already knows it. A message leaves the error queue only when the broker has confirmed it in the other; a command that is killed between
/// leaves it in both, which consumers tolerate.
/// </summary>
static class Redrive
{
    // What the bus calls the queues beside a queue: its consumer failed; nobody wanted the message; it came back too often.
    static readonly string[] Endings = ["_error", "_skipped", "_dead"];

    // How it failed belongs to the attempt that failed, and not to the next one.
    static readonly string[] Marks = ["MT-Fault-", "MT-Reason", "x-death", "x-first-death-", "x-last-death-", "x-delivery-count"];

    /// <summary>The queue that an error queue belongs to.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static string Target(string errorQueue) => Endings.FirstOrDefault(ending => errorQueue.Length > ending.Length && errorQueue.EndsWith(ending, StringComparison.Ordinal)) is { } found
        ? errorQueue[..^found.Length]
        : throw new FormatException($"\"{errorQueue}\" không phải là hàng đợi lỗi; tên phải kết thúc bằng {string.Join(", ", Endings)}.");

    /// <summary>Redrives what the queue holds now; what fails again meanwhile waits for the next time.</summary>
    /// <param name="connection">The broker.</param>
    /// <param name="errorQueue">Error queue.</param>
    /// <param name="atMost">Most messages.</param>
    /// <param name="cancellationToken">Stops between messages.</param>
    /// <returns>How many were redriven.</returns>
    /// <exception cref="FormatException">It is no error queue.</exception>
    /// <exception cref="InvalidOperationException">It, or the queue that it belongs to, does not exist.</exception>
    public static async Task<int> RunAsync(IConnection connection, string errorQueue, int atMost, CancellationToken cancellationToken)
    {
        var target = Target(errorQueue);
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
        uint waiting;
        try
        {
            waiting = (await channel.QueueDeclarePassiveAsync(errorQueue, cancellationToken)).MessageCount;
            await channel.QueueDeclarePassiveAsync(target, cancellationToken);
        }
        catch (OperationInterruptedException missing)
        {
            throw new InvalidOperationException($"Không có hàng đợi {errorQueue} hoặc {target}: {missing.ShutdownReason?.ReplyText}", missing);
        }

        var redriven = 0;
        while (redriven < Math.Min(waiting, atMost) && await channel.BasicGetAsync(errorQueue, autoAck: false, cancellationToken) is { } message)
        {
            // Mandatory: a queue that is deleted at this moment gives the message back instead of losing it.
            await channel.BasicPublishAsync("", target, mandatory: true, Unmarked(message.BasicProperties), message.Body, cancellationToken);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, CancellationToken.None);
            redriven++;
        }

        return redriven;
    }

    static BasicProperties Unmarked(IReadOnlyBasicProperties properties) => new(properties)
    {
        Headers = properties.Headers?.Where(header => !Marks.Any(mark => header.Key.StartsWith(mark, StringComparison.Ordinal)))
            .ToDictionary(header => header.Key, header => header.Value),
    };
}
