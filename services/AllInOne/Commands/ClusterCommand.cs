using System.CommandLine;
using AnSinh.AllInOne.Cluster;
using AnSinh.AllInOne.Demo;

namespace AnSinh.AllInOne.Commands;

/// <summary><c>cluster up|down|status|restart|restore|rehearse-restore</c>: the six services as processes of their own over RabbitMQ, on this machine.</summary>
static class ClusterCommand
{
    const int MostInstances = 4;

    public static Command Create() => new("cluster", "Runs the six services as processes of their own over RabbitMQ, on this machine.")
    {
        Up(),
        Down(),
        Status(),
        Restart(),
        ClusterRestoreCommand.Restore(),
        ClusterRestoreCommand.Rehearse(),
    };

    static Command Up()
    {
        var directory = Directory();
        var scenario = new Argument<string?>("scenario")
        {
            Description = $"Scenario to load when all is ready ({string.Join(", ", BuiltInScenarios.Names)}, or a file); none loads nothing.",
            DefaultValueFactory = _ => null,
        };
        var port = new Option<int>("--port")
        {
            Description = "First of many ports in a row, twelve for each instance and three; 0 takes free ones, or those that the cluster had before.",
        };
        var instances = new Option<int>("--instances") { Description = "Processes of each service, 1 to 4; the default is as many as before, or 1." };
        instances.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostInstances)
            {
                result.AddError($"--instances: từ 1 đến {MostInstances}.");
            }
        });
        var command = new Command("up", "Starts what does not run, waits until each is ready, loads a scenario when one is named.")
        {
            scenario, directory, port, instances,
        };
        command.SetAction((parsed, cancellationToken) => ServerOptions.GuardAsync(() =>
        {
            // A wrong name should not start a cluster.
            var loaded = parsed.GetValue(scenario) is { } name ? BuiltInScenarios.Find(name) : null;
            return UpAsync(parsed.GetValue(directory)!, parsed.GetValue(port), parsed.GetValue(instances), loaded, cancellationToken);
        }));
        return command;
    }

    static async Task<int> UpAsync(string directory, int port, int instances, Scenario? loaded, CancellationToken cancellationToken)
    {
        if (ClusterFile.Find(directory) is { } known && known.Services.All(one => known.Runs(one.Name)) && known.Runs(LocalBroker.Server))
        {
            Console.Error.WriteLine($"Cụm đang chạy rồi ({known.Directory}); xem bằng deploy/local/status, dừng bằng deploy/local/down.");
            return 1;
        }

        var cluster = LocalCluster.Of(directory, port, TimeProvider.System, instances);
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
            Console.WriteLine($"{service.Name,-13} {service.Grpc}  {service.Web}/healthz/ready");
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

    static Command Restart()
    {
        var directory = Directory();
        var service = new Argument<string?>("service") { Description = "Service, or one instance of it; none means all, one after another.", DefaultValueFactory = _ => null };
        var command = new Command("restart", "Replaces processes one by one: asks one to end, starts it again, waits until it is ready.") { service, directory };
        command.SetAction((parsed, cancellationToken) => ServerOptions.GuardAsync(async () =>
        {
            var forced = await new LocalCluster(ClusterFile.Read(parsed.GetValue(directory)!), TimeProvider.System)
                .RestartAsync(parsed.GetValue(service), name => Console.WriteLine($"{name}: đã khởi động lại."), cancellationToken);
            Console.WriteLine(forced.Count == 0 ? "Xong." : $"Xong; phải ép dừng: {string.Join(", ", forced)}.");
            return forced.Count == 0 ? 0 : 1;
        }));
        return command;
    }

    /// <summary>Directory of the cluster.</summary>
    public static Option<string> Directory() => new("--dir")
    {
        Description = "Directory of the cluster: its databases, keys, logs and cluster.json.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ANSINH_LOCAL_DIR") ?? Path.Combine("deploy", "local", ".run"),
    };
}
