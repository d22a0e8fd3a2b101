using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.ServiceKit.Resilience;

/// <summary>
/// An address that stands for several instances of one service: <c>dns:///name:port</c>, or a list such as
/// <c>http://127.0.0.1:5001,http://127.0.0.1:5002</c>. Calls go to the instances in turn. One that is away is left out and tried again
/// with growing pauses, of two seconds at most, so that it has its share soon after it is back.
/// </summary>
public static class BalancedAddress
{
    const string Scheme = "static";
    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>The parts of a list; a single address is a list of one.</summary>
    public static IReadOnlyList<string> Parts(string address) => address.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The target of a channel to an address.</summary>
    /// <param name="parts">One address, or several of one scheme, http or https.</param>
    /// <returns>Null for what is no address, or not of one scheme.</returns>
    public static Uri? Target(IReadOnlyList<string> parts)
    {
        var uris = parts.Select(part => Uri.TryCreate(part, UriKind.Absolute, out var uri) ? uri : null).ToList();
        if (uris.Count == 0 || uris.Contains(null) || (uris.Count > 1 && uris.Exists(uri => uri!.Scheme != uris[0]!.Scheme || uri.Scheme == "dns")))
        {
            return null;
        }

        return uris.Count == 1 ? uris[0] : new Uri($"{Scheme}:///{uris[0]!.Host}");
    }

    /// <summary>
    /// Makes a channel connect again soon after its peer is back, and take turns over the parts, where there are several or a name may
    /// stand for several.
    /// </summary>
    /// <param name="options">Options of the channel to <see cref="Target"/>.</param>
    /// <param name="parts">The parts.</param>
    /// <returns>The options.</returns>
    public static GrpcChannelOptions Balance(GrpcChannelOptions options, IReadOnlyList<string> parts)
    {
        // gRPC's own steps go up to two minutes, in which every call fails at once, however long the peer has been back.
        (options.InitialReconnectBackoff, options.MaxReconnectBackoff) = (FirstPause, LongestPause);
        if (parts.Count == 1 && !parts[0].StartsWith("dns:", StringComparison.Ordinal))
        {
            return options;
        }

        var addresses = parts.Select(part => new Uri(part)).ToList();
        if (parts.Count > 1)
        {
            options.ServiceProvider = new ServiceCollection()
                .AddSingleton<ResolverFactory>(new StaticResolverFactory(_ => addresses.Select(one => new BalancerAddress(one.Host, one.Port))))
                .BuildServiceProvider();
            options.Credentials ??= addresses[0].Scheme == "http" ? ChannelCredentials.Insecure : ChannelCredentials.SecureSsl;
        }

        options.ServiceConfig ??= new ServiceConfig();
        options.ServiceConfig.LoadBalancingConfigs.Add(new RoundRobinConfig());
        return options;
    }
}
