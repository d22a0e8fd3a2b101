using System.Globalization;
using System.Net.Sockets;
using AnSinh.ChildProtection;
using AnSinh.Employment;
using AnSinh.MeritoriousPersons;
using AnSinh.Reporting;
using AnSinh.ServiceKit.Hosting;
using AnSinh.SocialProtection;
using AnSinh.VocationalTraining;
using Microsoft.AspNetCore.Connections;

namespace AnSinh.AllInOne;

/// <summary>Where the all-in-one keeps its files and listens.</summary>
/// <param name="DataDirectory">Directory of the databases and keys.</param>
/// <param name="Port">gRPC port; 0 takes a free one.</param>
/// <param name="WebPort">Web port; 0 takes a free one.</param>
public sealed record HostSettings(string DataDirectory, int Port, int WebPort);

/// <summary>All services in one process, on SQLite files under one data directory, with the bus in memory.</summary>
public static class PlatformHost
{
    /// <summary>Builds the process and lets it listen.</summary>
    /// <exception cref="InvalidOperationException">A port is taken, the data directory cannot be written or is open in another process: which one, and what to do.</exception>
    public static async Task<WebApplication> StartAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        WebApplication? app = null;
        try
        {
            app = Build(settings);
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch (Exception fault)
        {
            await (app is null ? Task.CompletedTask : EndAsync(app));
            if (Reason(fault, settings) is { } reason)
            {
                throw new InvalidOperationException(reason, fault);
            }

            throw;
        }
    }

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

            // Why a start failed is said once, by the command; that a bus which never ran cannot be stopped is no news then. Messages that fail
            // are errors and still logged.
            "--Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host=Critical",
            "--Logging:LogLevel:MassTransit=Error",
        ]);
        host.AddEmployment();
        host.AddMeritoriousPersons();
        host.AddVocationalTraining();
        host.AddSocialProtection();
        host.AddChildProtection();
        host.AddReporting();
        return host.Build();
    }

    /// <summary>Ends a process that did not start whole: what already runs is stopped before the ground is taken from under it.</summary>
    static async Task EndAsync(WebApplication app)
    {
        try
        {
            await app.StopAsync(CancellationToken.None);
        }
        catch (Exception)
        {
            // What cannot be stopped was not started; why the start failed is what counts.
        }

        await app.DisposeAsync();
    }

    static string? Reason(Exception fault, HostSettings settings) => fault switch
    {
        IOException { InnerException: AddressInUseException } =>
            $"Cổng {settings.Port} hoặc {settings.WebPort} đang có chương trình khác dùng; hãy dừng chương trình đó hoặc chọn cổng khác bằng --port.",
        SocketException => $"Không mở được cổng {settings.Port} hoặc {settings.WebPort} ({fault.Message}); hãy chọn cổng khác bằng --port.",
        IOException or UnauthorizedAccessException =>
            $"Không ghi được vào thư mục dữ liệu {Path.GetFullPath(settings.DataDirectory)} ({fault.Message}); hãy chọn thư mục khác bằng --data.",
        _ => null,
    };
}
