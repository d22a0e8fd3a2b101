using System.CommandLine;
using System.Globalization;
using AnSinh.AllInOne.Cluster;
using RabbitMQ.Client.Exceptions;

namespace AnSinh.AllInOne.Commands;

/// <summary><c>redrive</c>: sends the messages of an error queue back to the queue that they came from.</summary>
static class RedriveCommand
{
    const string BrokerVariable = "ANSINH_BROKER";

    public static Command Create()
    {
        var queue = new Argument<string>("queue") { Description = "Error queue, such as reporting.ledger_error or reporting.ledger_dead." };
        var broker = new Option<string?>("--broker") { Description = $"URI of the broker (amqp://user:password@host:port/); the default is the environment variable {BrokerVariable}, or the broker of --cluster." };
        var cluster = ServerOptions.Cluster();
        var count = new Option<int>("--count") { Description = "Most messages.", DefaultValueFactory = _ => int.MaxValue };
        var command = new Command("redrive", "Sends the messages of an error queue back, with their message ids.") { queue, broker, cluster, count };
        command.SetAction((parsed, cancellationToken) => ServerOptions.GuardAsync(async () =>
        {
            var name = parsed.GetValue(queue)!;
            Redrive.Target(name);
            var uri = Broker(parsed.GetValue(broker) ?? Environment.GetEnvironmentVariable(BrokerVariable), parsed.GetValue(cluster));
            try
            {
                await using var connection = await LocalBroker.ConnectAsync(uri, cancellationToken);
                var redriven = await Redrive.RunAsync(connection, name, parsed.GetValue(count), cancellationToken);
                Console.WriteLine(string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"Đã gửi lại {redriven:N0} bản tin vào {Redrive.Target(name)}."));
                return 0;
            }
            catch (BrokerUnreachableException away)
            {
                throw new InvalidOperationException($"Không kết nối được tới RabbitMQ {uri.Host}:{uri.Port}: {away.InnerException?.Message ?? away.Message}", away);
            }
        }));
        return command;
    }

    static Uri Broker(string? given, string? cluster) =>
        given is { Length: > 0 }
            ? Uri.TryCreate(given, UriKind.Absolute, out var uri) ? uri : throw new FormatException("--broker: cần dạng amqp://user:password@host:port/.")
            : cluster is { Length: > 0 } ? new LocalBroker(ClusterFile.Read(cluster)).Uri
            : throw new FormatException($"Chưa cho biết RabbitMQ nào: dùng --broker, {BrokerVariable} hoặc --cluster.");
}
