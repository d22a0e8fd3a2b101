using AnSinh.AllInOne;
using AnSinh.AllInOne.Demo;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.Benchmarks;

/// <summary>The all-in-one in this process, on a data directory that is gone afterwards, with clients over the loopback network.</summary>
public sealed class RunningPlatform : IAsyncDisposable
{
    /// <summary>Province of all records.</summary>
    public const string Province = "42";

    readonly DirectoryInfo data = Directory.CreateTempSubdirectory("ansinh-bench-");

    /// <summary>The running process.</summary>
    public WebApplication App { get; private set; } = null!;

    /// <summary>Its APIs.</summary>
    public DemoClients Clients { get; private set; } = null!;

    /// <summary>Starts a platform.</summary>
    public static async Task<RunningPlatform> StartAsync()
    {
        var platform = new RunningPlatform();
        await platform.OpenAsync();
        return platform;
    }

    /// <summary>Stops, drops what reporting has booked, and starts again: reporting reads every event anew.</summary>
    public async Task ForgetFiguresAsync()
    {
        await CloseAsync();
        foreach (var file in data.GetFiles("reporting.db*"))
        {
            file.Delete();
        }

        await OpenAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        data.Delete(recursive: true);
    }

    async Task OpenAsync()
    {
        App = PlatformHost.Build(new HostSettings(data.FullName, 0, 0));
        await App.StartAsync();
        Clients = new DemoClients(App.Services.GetRequiredService<HostAddresses>().Grpc, App.Services.GetRequiredService<DevelopmentIssuer>(), Province);
    }

    async Task CloseAsync()
    {
        Clients.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
