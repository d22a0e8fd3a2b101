using System.Net;
using AnSinh.ServiceKit.Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.ServiceKit.Hosting;

/// <summary>
/// Two ports: <c>Hosting:GrpcPort</c> (5080; HTTP/2, with TLS when <c>Hosting:Certificate:Path</c> and <c>KeyPath</c> name a
/// certificate, mutual TLS by <c>Hosting:ClientCertificates</c>) and <c>Hosting:WebPort</c> (5081; HTTP/1.1). 0 takes a free port. Only this machine is listened to, unless
/// <c>Hosting:ListenAny=true</c>.
/// </summary>
static class KestrelSetup
{
    public static void ListenOnTwoPorts(this IWebHostBuilder web, IConfiguration configuration)
    {
        web.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
            kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);

            // Windows as wide as a bulk import needs: a megabyte in flight on each stream.
            kestrel.Limits.Http2.InitialStreamWindowSize = 1024 * 1024;
            kestrel.Limits.Http2.InitialConnectionWindowSize = 4 * 1024 * 1024;
            Listen(kestrel, configuration, "Hosting:GrpcPort", 5080, options =>
            {
                options.Protocols = HttpProtocols.Http2;
                if (kestrel.ApplicationServices.GetRequiredService<PlatformCertificates>().Server is not null)
                {
                    options.UseHttps(kestrel.ApplicationServices.GetRequiredService<ServerTls>().Options());
                }
            });
            Listen(kestrel, configuration, "Hosting:WebPort", 5081, options => options.Protocols = HttpProtocols.Http1);
        });
    }

    static void Listen(KestrelServerOptions kestrel, IConfiguration configuration, string setting, int otherwise, Action<ListenOptions> configure)
    {
        var port = configuration.GetValue(setting, otherwise);
        if (configuration.GetValue("Hosting:ListenAny", false))
        {
            kestrel.ListenAnyIP(port, configure);
        }
        else
        {
            kestrel.Listen(IPAddress.Loopback, port, configure);
        }
    }
}
