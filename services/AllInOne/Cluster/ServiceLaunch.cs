using System.Diagnostics;
using System.Globalization;

namespace AnSinh.AllInOne.Cluster;

/// <summary>
/// How one service of a cluster is started: its own program with the settings that a data centre gives it. Only these differ from the
/// all-in-one. <c>ANSINH_LOCAL_SQLSERVER</c>, a connection string without database, puts the databases on SQL Server.
/// </summary>
/// <param name="cluster">The cluster.</param>
/// <param name="service">The service.</param>
sealed class ServiceLaunch(ClusterFile cluster, ClusterService service)
{
    const string SqlServer = "ANSINH_LOCAL_SQLSERVER";

    /// <summary>Starts it; a server database is brought up to date first, before the first instance, an embedded one by the service itself.</summary>
    /// <exception cref="InvalidOperationException">The database could not be brought up to date.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var environment = Databases();
        if (environment.Count > 0 && service.Name == service.Service)
        {
            await MigrateAsync(environment, cancellationToken);
        }

        cluster.Processes[service.Name] = LocalProcess.Start(cluster.Log(service.Name), environment, "dotnet", [Program, .. Settings()]);
    }

    string Program => Path.Combine(AppContext.BaseDirectory, service.Program + ".dll");

    // Not on the command line, which everybody on the machine can read.
    Dictionary<string, string> Databases() => Environment.GetEnvironmentVariable(SqlServer) is { Length: > 0 } server
        ? new()
        {
            ["Database__Provider"] = "SqlServer",
            [$"ConnectionStrings__{service.Service}"] = $"{server.TrimEnd(';')};Database=ansinh_{service.Service}",
        }
        : [];

    async Task MigrateAsync(Dictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "migrate", .. Settings()]) { RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"Không nâng cấp được cơ sở dữ liệu của {service.Name}:\n{said}");
        }
    }

    IEnumerable<string> Settings() =>
    [
        $"--DataDirectory={cluster.Data}",
        $"--Hosting:GrpcPort={Number(service.GrpcPort)}",
        $"--Hosting:WebPort={Number(service.WebPort)}",

        // One development issuer for all: its key lies in the data directory that they share, and so do the keys of people.
        "--Authentication:Development=true",
        $"--Authentication:ClientId={service.Service}",
        "--Bus:Transport=RabbitMq",
        $"--Bus:RabbitMq:Port={Number(cluster.Broker.Amqp)}",
        .. cluster.Addresses.ByService.Select(one => $"--Feeds:{one.Key}={one.Value}"),
        .. cluster.Instances > 1 ? (string[])["--Database:Shared=true"] : [],
    ];

    static string Number(int port) => port.ToString(CultureInfo.InvariantCulture);
}
