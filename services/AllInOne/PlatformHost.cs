using System.Globalization;
using AnSinh.ChildProtection;
using AnSinh.Employment;
using AnSinh.MeritoriousPersons;
using AnSinh.Reporting;
using AnSinh.ServiceKit.Hosting;
using AnSinh.SocialProtection;
using AnSinh.VocationalTraining;

namespace AnSinh.AllInOne;

/// <summary>Where the all-in-one keeps its files and listens.</summary>
/// <param name="DataDirectory">Directory of the databases and keys.</param>
/// <param name="Port">gRPC port; 0 takes a free one.</param>
/// <param name="WebPort">Web port; 0 takes a free one.</param>
public sealed record HostSettings(string DataDirectory, int Port, int WebPort);

/// <summary>All services in one process, on SQLite files under one data directory, with the bus in memory.</summary>
public static class PlatformHost
{
    /// <summary>Builds the process; nothing listens yet.</summary>
    public static WebApplication Build(HostSettings settings)
    {
        var host = ServiceHostBuilder.Create(
        [
            $"--DataDirectory={settings.DataDirectory}",
            string.Create(CultureInfo.InvariantCulture, $"--Hosting:GrpcPort={settings.Port}"),
            string.Create(CultureInfo.InvariantCulture, $"--Hosting:WebPort={settings.WebPort}"),
            "--Authentication:Development=true",
            "--Database:Provider=Sqlite",
            "--Bus:Transport=InMemory",
        ]);
        host.AddEmployment();
        host.AddMeritoriousPersons();
        host.AddVocationalTraining();
        host.AddSocialProtection();
        host.AddChildProtection();
        host.AddReporting();
        return host.Build();
    }
}
