using System.CommandLine;
using AnSinh.AllInOne.Cluster;
using AnSinh.AllInOne.Demo;

namespace AnSinh.AllInOne.Commands;

/// <summary><c>cluster restore</c> puts copies in the place of a stopped cluster's databases; <c>cluster rehearse-restore</c> shows on a running one that
/// this brings every figure back.</summary>
static class ClusterRestoreCommand
{
    /// <summary><c>restore</c>.</summary>
    public static Command Restore()
    {
        var directory = ClusterCommand.Directory();
        var from = new Option<string>("--from") { Description = "Directory of the copies (backup --data DIR/data).", Required = true };
        var keys = new Option<string>("--keys-from") { Description = "Directory of the secret keys.", Required = true };
        var command = new Command("restore", "Puts copies in the place of the databases of a stopped cluster; what was there is kept.") { directory, from, keys };
        command.SetAction(parsed => ServerOptions.GuardAsync(() =>
        {
            var before = new LocalRestore(ClusterFile.Read(parsed.GetValue(directory)!), TimeProvider.System)
                .Run(parsed.GetValue(from)!, parsed.GetValue(keys)!);
            Console.WriteLine($"Dữ liệu và bản tin trước khi khôi phục ở {before}. Khởi động: deploy/local/up");
            return Task.FromResult(0);
        }));
        return command;
    }

    /// <summary><c>rehearse-restore</c>.</summary>
    public static Command Rehearse()
    {
        var directory = ClusterCommand.Directory();
        var scenario = new Argument<string>("scenario")
        {
            Description = $"Scenario to load first ({string.Join(", ", BuiltInScenarios.Names)}, or a file); loaded already, it changes nothing.",
        };
        var command = new Command(
            "rehearse-restore",
            "Rehearses backup and restore on a cluster without real data: loads a scenario, copies while officials work, loses what came after, restores, compares every figure.")
        {
            scenario, directory,
        };
        command.SetAction((parsed, cancellationToken) => ServerOptions.GuardAsync(async () =>
        {
            var loaded = BuiltInScenarios.Find(parsed.GetValue(scenario)!);
            var cluster = LocalCluster.Of(parsed.GetValue(directory)!, port: 0, TimeProvider.System);
            await cluster.StartAsync(cancellationToken);
            if (await DemoCommand.AgainstAsync(loaded, cluster.File, null, cancellationToken) is not 0 and var code)
            {
                return code;
            }

            return await new RestoreRehearsal(cluster, loaded, DemoCommand.Terminal(), TimeProvider.System).RunAsync(cancellationToken) ? 0 : 1;
        }));
        return command;
    }
}
