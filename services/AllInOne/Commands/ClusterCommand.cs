using System.CommandLine;
using AnSinh.AllInOne.Cluster;
using AnSinh.AllInOne.Demo;

namespace AnSinh.AllInOne.Commands;

/// <summary><c>cluster up|down|status</c>: the six services as processes of their own over RabbitMQ, on this machine.</summary>
static class ClusterCommand
{
    public static Command Create() => new("cluster", "Runs the six services as processes of their own over RabbitMQ, on this machine.") { Up(), Down(), Status() };

    static Command Up()
    {
        var directory = Directory();
        var scenario = new Argument<string?>("scenario")
        {
            Description = $"Scenario to load when all is ready ({string.Join(", ", BuiltInScenarios.Names)}, or a file); none loads nothing.",
            DefaultValueFactory = _ => null,
        };
        var port = new Option<int>("--port") { Description = "First of fifteen ports in a row; 0 takes free ones, or those that the cluster had before." };
        var command = new Command("up", "Starts what does not run, waits until each is ready, loads a scenario when one is named.") { scenario, directory, port };
        command.SetAction((parsed, cancellationToken) => ServerOptions.GuardAsync(() =>
            UpAsync(parsed.GetValue(directory)!, parsed.GetValue(port), parsed.GetValue(scenario), cancellationToken)));
        return command;
    }

    static async Task<int> UpAsync(string directory, int port, string? scenario, CancellationToken cancellationToken)
    {
        // A wrong name should not start a cluster.
        var loaded = scenario is null ? null : BuiltInScenarios.Find(scenario);
        if (ClusterFile.Find(directory) is { } known && known.Services.All(one => known.Runs(one.Name)) && known.Runs(LocalBroker.Server))
        {
            Console.Error.WriteLine($"Cụm đang chạy rồi ({known.Directory}); xem bằng deploy/local/status, dừng bằng deploy/local/down.");
            return 1;
        }

        var cluster = LocalCluster.Of(directory, port, TimeProvider.System);
        var ran = cluster.File.RunsAny;
        try
        {
            await cluster.StartAsync(cancellationToken);
        }
        catch (Exception) when (!ran)
        {
            // A half cluster is none; but what ran before goes on.
            await cluster.StopAsync();
            throw;
        }

        foreach (var service in cluster.File.Services)
        {
            Console.WriteLine($"{service.Name,-12} {service.Grpc}  {service.Web}/healthz/ready");
        }

        Console.WriteLine($"Cụm đã sẵn sàng: {cluster.File.Directory}");
        return loaded is null ? 0 : await DemoCommand.AgainstAsync(loaded, cluster.File, null, cancellationToken);
    }

    static Command Down()
    {
        var directory = Directory();
        var command = new Command("down", "Ends all processes of the cluster, each by its id, in order. The data stay.") { directory };
        command.SetAction((parsed, _) => ServerOptions.GuardAsync(async () =>
        {
            var forced = await new LocalCluster(ClusterFile.Read(parsed.GetValue(directory)!), TimeProvider.System).StopAsync();
            Console.WriteLine(forced.Count == 0 ? "Cụm đã dừng." : $"Cụm đã dừng; phải ép dừng: {string.Join(", ", forced)}.");
            return forced.Count == 0 ? 0 : 1;
        }));
        return command;
    }

    static Command Status()
    {
        var directory = Directory();
        var command = new Command("status", "Shows processes, health, unpublished events, queues, and how far reporting has come.") { directory };
        command.SetAction((parsed, cancellationToken) => ServerOptions.GuardAsync(async () =>
            await new ClusterStatus(ClusterFile.Read(parsed.GetValue(directory)!), DemoCommand.Terminal(), TimeProvider.System).PrintAsync(cancellationToken) ? 0 : 1));
        return command;
    }

    static Option<string> Directory() => new("--dir")
    {
        Description = "Directory of the cluster: its databases, keys, logs and cluster.json.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ANSINH_LOCAL_DIR") ?? Path.Combine("deploy", "local", ".run"),
    };
}
