using System.Collections.Concurrent;
using AnSinh.ServiceKit.Certificates;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Resilience;

/// <summary>
/// Channels to other services, one per address, kept. Calls carry this process's own token. Addresses are <c>https://host:port</c>,
/// <c>dns:///name:port</c> (all addresses of the name in turn, for a headless Kubernetes Service), <c>http://host:port</c>, several of
/// https or http separated by commas (in turn, too) and <see cref="Self"/>. A token goes over an unencrypted connection only to this very machine, unless <c>Grpc:AllowInsecure=true</c>
/// says that the network is safe.
/// </summary>
/// <param name="tokens">This process's own token.</param>
/// <param name="addresses">Where this process listens.</param>
/// <param name="certificates">This process's certificates, and the authorities that it trusts.</param>
/// <param name="configuration">Configuration.</param>
/// <param name="time">Clock.</param>
public sealed class GrpcChannels(
    ServiceTokens tokens, HostAddresses addresses, PlatformCertificates certificates, IConfiguration configuration, TimeProvider time) : IDisposable
{
    /// <summary>The address that stands for this process's own gRPC port, whatever its number: the all-in-one reads its own feeds.</summary>
    public const string Self = "self";

    readonly ConcurrentDictionary<string, Lazy<Target>> targets = new(StringComparer.Ordinal);
    readonly bool allowInsecure = configuration.GetValue("Grpc:AllowInsecure", false);
    readonly int maxMessage = configuration.GetValue("Hosting:MaxMessageBytes", 4 * 1024 * 1024);
    readonly ResilienceOptions resilience = configuration.GetSection("Resilience").Get<ResilienceOptions>() ?? new ResilienceOptions();

    sealed record Target(GrpcChannel Channel, CallInvoker Invoker);

    /// <summary>The channel to an address, bare: without token and repetition.</summary>
    /// <param name="address">Address.</param>
    /// <exception cref="InvalidOperationException">The address is none of the allowed forms, or not safe for a token.</exception>
    public GrpcChannel For(string address) => Find(address).Channel;

    /// <summary>The invoker for clients of an address: with token, time limits, repetition and breaker.</summary>
    /// <param name="address">Address.</param>
    /// <exception cref="InvalidOperationException">The address is none of the allowed forms, or not safe for a token.</exception>
    public CallInvoker Invoker(string address) => Find(address).Invoker;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var target in targets.Values.Where(target => target.IsValueCreated))
        {
            target.Value.Channel.Dispose();
        }
    }

    // Asked for each time: before the process listens there is no own address, and nothing is kept.
    Target Find(string name)
    {
        var address = name == Self ? addresses.Grpc : name;
        return targets.GetOrAdd(name, new Lazy<Target>(() => Open(address, isSelf: name == Self))).Value;
    }

    Target Open(string address, bool isSelf)
    {
        var parts = BalancedAddress.Parts(address);
        var target = BalancedAddress.Target(parts);
        var scheme = target is null ? "" : new Uri(parts[0]).Scheme;
        if (target is null || scheme is not ("http" or "https" or "dns"))
        {
            throw new InvalidOperationException(
                $"gRPC address \"{address}\": allowed are https://host:port, dns:///name:port, http://host:port, and several of https or http with commas between.");
        }

        var insecure = scheme == "http" || (scheme == "dns" && allowInsecure);
        if (scheme == "http" && !parts.All(part => new Uri(part).IsLoopback) && !allowInsecure)
        {
            throw new InvalidOperationException($"gRPC address \"{address}\" is not encrypted; use https, or set Grpc:AllowInsecure=true on a safe network.");
        }

        var options = new GrpcChannelOptions
        {
            HttpHandler = MakeHandler(isSelf),
            DisposeHttpClient = true,
            MaxReceiveMessageSize = maxMessage,
            MaxSendMessageSize = maxMessage,
            UnsafeUseInsecureChannelCallCredentials = insecure,
            Credentials = insecure ? ChannelCredentials.Insecure : ChannelCredentials.SecureSsl,
        };
        var channel = GrpcChannel.ForAddress(target, BalancedAddress.Balance(options, parts));
        return new Target(channel, channel.Intercept(new ResilienceInterceptor(resilience, time), new ServiceTokenInterceptor(tokens)));
    }

    // A connection lives two minutes, so that new pods get their share; pings notice a peer that vanished without a word.
    SocketsHttpHandler MakeHandler(bool isSelf) => new()
    {
        SslOptions = isSelf ? ClientTls.ToSelf(certificates) : ClientTls.ToServices(certificates),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(15),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        EnableMultipleHttp2Connections = true,
    };
}
