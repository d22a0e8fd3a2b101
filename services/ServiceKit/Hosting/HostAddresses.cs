using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AnSinh.ServiceKit.Hosting;

/// <summary>Where this process listens, once it does: with port 0 nobody knows before.</summary>
public sealed class HostAddresses
{
    readonly IServer server;

    internal HostAddresses(IServer server) => this.server = server;

    /// <summary>Address of the gRPC port, such as <c>http://127.0.0.1:5080</c>.</summary>
    /// <exception cref="InvalidOperationException">The process does not listen yet.</exception>
    public string Grpc => At(0);

    /// <summary>Address of the web port, such as <c>http://127.0.0.1:5081</c>.</summary>
    /// <exception cref="InvalidOperationException">The process does not listen yet.</exception>
    public string Web => At(1);

    // In the order in which KestrelSetup names the ports. The unspecified address is nothing that one can call.
    string At(int index) => server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 1 } addresses
        ? addresses.ElementAt(index).Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
        : throw new InvalidOperationException("The process does not listen yet.");
}
