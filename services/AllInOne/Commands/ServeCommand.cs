using System.CommandLine;
using AnSinh.ServiceKit.Hosting;

namespace AnSinh.AllInOne.Commands;

/// <summary>No verb: serves until stopped.</summary>
static class ServeCommand
{
    public static void Configure(RootCommand root)
    {
        var data = HostOptions.Data();
        var port = HostOptions.Port();
        root.Options.Add(data);
        root.Options.Add(port);
        root.SetAction((parsed, cancellationToken) => ServerOptions.GuardAsync(async () =>
        {
            var settings = HostOptions.Settings(parsed, data, port);
            await using var app = await PlatformHost.StartAsync(settings, cancellationToken);
            PrintAddresses(app, settings);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }));
    }

    /// <summary>Says where the platform can be reached and how to get a token.</summary>
    public static void PrintAddresses(WebApplication app, HostSettings settings)
    {
        var addresses = app.Services.GetRequiredService<HostAddresses>();
        Console.WriteLine($"""
            AnSinh đang chạy.
              gRPC  {addresses.Grpc}
              Web   {addresses.Web}/healthz/ready
              Dữ liệu {Path.GetFullPath(settings.DataDirectory)}
            Lấy thẻ truy cập (token) để gọi API:
              dotnet run -c Release --project services/AllInOne -- token --data {settings.DataDirectory} --role employment-officer --area 42
            Dừng: Ctrl+C.
            """);
    }
}
