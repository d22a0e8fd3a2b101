using AnSinh.Contracts.Events.V1;

namespace AnSinh.AllInOne.Cluster;

/// <summary>Where each service is reached: one address for a platform in one process, or one a service.</summary>
public sealed class ServiceAddresses
{
    const string Root = "ansinh.";

    readonly string? only;
    readonly IReadOnlyDictionary<string, string> byService;

    ServiceAddresses(string? only, IReadOnlyDictionary<string, string> byService)
    {
        this.only = only;
        this.byService = byService;
    }

    /// <summary>All services at one address.</summary>
    public static ServiceAddresses OneProcess(string address) => new(address, new Dictionary<string, string>());

    /// <summary>Each service at its own address.</summary>
    /// <param name="byService">gRPC addresses by the service's name, such as <c>employment</c>; of several instances with commas between.</param>
    public static ServiceAddresses Distributed(IReadOnlyDictionary<string, string> byService) => new(null, byService);

    /// <summary>Addresses by the service's name; none for a platform in one process.</summary>
    public IReadOnlyDictionary<string, string> ByService => byService;

    /// <summary>Every address, each once.</summary>
    public IEnumerable<string> All => only is null ? byService.Values.Distinct(StringComparer.Ordinal) : [only];

    /// <summary>The address that serves a call: that of the service that owns the package of the rpc, or whose events are asked for.</summary>
    /// <param name="grpcService">Full name of the gRPC service, such as <c>ansinh.employment.v1.PlacementService</c>.</param>
    /// <param name="request">The request; null where requests are a stream.</param>
    /// <exception cref="InvalidOperationException">No service of these addresses owns the rpc.</exception>
    public string Of(string grpcService, object? request) => only ?? Find(Owner(grpcService, request), grpcService);

    string Find(string service, string grpcService) => byService.TryGetValue(service, out var address) ? address
        : throw new InvalidOperationException($"Không có địa chỉ của dịch vụ \"{service}\" để gọi {grpcService}; các dịch vụ đã biết: {string.Join(", ", byService.Keys)}.");

    static string Owner(string grpcService, object? request) => request switch
    {
        // Every process serves the feed of its own events.
        ReadRequest read => read.Source,
        SubscribeRequest subscribe => subscribe.Source,
        _ when grpcService.StartsWith(Root, StringComparison.Ordinal) => grpcService[Root.Length..].Split('.')[0],
        _ => grpcService,
    };
}
