using System.CommandLine;
using AnSinh.AllInOne.Cluster;
using AnSinh.AllInOne.Demo;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using Spectre.Console;

namespace AnSinh.AllInOne.Commands;

/// <summary><c>demo</c>: starts the platform, loads a scenario through its public APIs, prints the report, and serves on.</summary>
static class DemoCommand
{
    public static Command Create()
    {
        var data = HostOptions.Data();
        var port = HostOptions.Port();
        var scenario = new Argument<string>("scenario")
        {
            Description = $"Built-in scenario ({string.Join(", ", BuiltInScenarios.Names)}) or path of a scenario file.",
            DefaultValueFactory = _ => "ha-tinh-2020-h1",
        };
        var template = new Option<FileInfo?>("--template") { Description = "Path of a report template; the default is the built-in one." };
        var exit = new Option<bool>("--exit") { Description = "End after the report instead of serving on." };
        var cluster = ServerOptions.Cluster();
        var command = new Command("demo", "Loads a scenario through the public APIs and prints its report beside the published one.")
        {
            scenario, data, port, template, exit, cluster,
        };
        command.SetAction((parsed, cancellationToken) => ServerOptions.GuardAsync(async () =>
        {
            // Files first: a wrong path should not start a platform.
            var demo = new DemoSettings(parsed.GetValue(scenario)!, parsed.GetValue(template)?.FullName, parsed.GetValue(exit));
            var loaded = BuiltInScenarios.Find(demo.Scenario);
            var text = demo.Template is null ? null
                : File.Exists(demo.Template) ? await File.ReadAllTextAsync(demo.Template, cancellationToken)
                : throw new FormatException($"Không có tệp mẫu báo cáo \"{demo.Template}\".");
            return parsed.GetValue(cluster) is { Length: > 0 } running
                ? await AgainstAsync(loaded, ClusterFile.Read(running), text, cancellationToken)
                : await RunAsync(HostOptions.Settings(parsed, data, port), demo, loaded, text, cancellationToken);
        }));
        return command;
    }

    /// <summary>Loads a scenario into a cluster that runs.</summary>
    public static async Task<int> AgainstAsync(Scenario scenario, ClusterFile cluster, string? template, CancellationToken cancellationToken)
    {
        var output = new DemoOutput(Terminal(), TimeProvider.System);
        using var clients = new DemoClients(cluster.Addresses, DevelopmentIssuer.Open(new HostPaths(cluster.Data), TimeProvider.System), scenario.Province);
        try
        {
            var allPrinted = await new DemoRun(scenario, clients, output, TimeProvider.System).RunAsync(template, cancellationToken);
            output.Times();
            return allPrinted ? 0 : 1;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            Console.WriteLine("Đã dừng theo yêu cầu; chạy lại lệnh này sẽ làm tiếp, không ghi hai lần.");
            return 130;
        }
    }

    static async Task<int> RunAsync(HostSettings settings, DemoSettings demo, Scenario scenario, string? template, CancellationToken cancellationToken)
    {
        await using var app = await PlatformHost.StartAsync(settings, cancellationToken);
        ServeCommand.PrintAddresses(app, settings);
        var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        var output = new DemoOutput(Terminal(), TimeProvider.System);
        bool allPrinted;
        try
        {
            using var clients = new DemoClients(
                app.Services.GetRequiredService<HostAddresses>().Grpc, app.Services.GetRequiredService<DevelopmentIssuer>(), scenario.Province);
            allPrinted = await new DemoRun(scenario, clients, output, TimeProvider.System).RunAsync(template, either.Token);
        }
        catch (Exception) when (either.IsCancellationRequested)
        {
            Console.WriteLine("Đã dừng theo yêu cầu; chạy lại lệnh này sẽ làm tiếp, không ghi hai lần.");
            await app.StopAsync(CancellationToken.None);
            return 130;
        }
        catch (Exception)
        {
            // Stopped in good order, so that the reason is the last thing to read and not what a platform that is torn down logs.
            await app.StopAsync(CancellationToken.None);
            throw;
        }

        output.Times();
        if (demo.Exit)
        {
            await app.StopAsync(CancellationToken.None);
        }
        else
        {
            Console.WriteLine("Nền tảng vẫn chạy; dừng bằng Ctrl+C.");
            await app.WaitForShutdownAsync(cancellationToken);
        }

        return allPrinted ? 0 : 1;
    }

    /// <summary>The terminal; where the output goes to a file or a pipe, lines are as long as they need to be.</summary>
    public static IAnsiConsole Terminal()
    {
        const int WideEnough = 160;
        var console = AnsiConsole.Console;
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WideEnough;
        }

        return console;
    }
}
