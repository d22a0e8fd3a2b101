using AnSinh.ServiceKit.Resilience;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace AnSinh.AllInOne.Cluster;

/// <summary>Lets each call go to the address of the service that owns it, so that a client need not know how many processes there are.</summary>
public sealed class RoutedInvoker : CallInvoker, IDisposable
{
    static readonly ResilienceOptions Patient = new() { TotalSeconds = 3_600, TrySeconds = 3_600, Attempts = 6, BreakerMinimumTries = int.MaxValue };

    readonly ServiceAddresses addresses;
    readonly Dictionary<string, (GrpcChannel Channel, CallInvoker Invoker)> channels;

    /// <summary>Opens a channel an address.</summary>
    /// <param name="addresses">Where the services are.</param>
    public RoutedInvoker(ServiceAddresses addresses)
    {
        this.addresses = addresses;
        channels = addresses.All.ToDictionary(address => address, Open, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        To(method.ServiceName, request).BlockingUnaryCall(method, host, options, request);

    /// <inheritdoc/>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        To(method.ServiceName, request).AsyncUnaryCall(method, host, options, request);

    /// <inheritdoc/>
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        To(method.ServiceName, request).AsyncServerStreamingCall(method, host, options, request);

    /// <inheritdoc/>
    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        To(method.ServiceName, null).AsyncClientStreamingCall(method, host, options);

    /// <inheritdoc/>
    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        To(method.ServiceName, null).AsyncDuplexStreamingCall(method, host, options);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (channel, _) in channels.Values)
        {
            channel.Dispose();
        }
    }

    // Where there is another instance, a call that one could not take is worth another try: commands carry a request_id. The callers' own
    // deadlines say how long.
    static (GrpcChannel Channel, CallInvoker Invoker) Open(string address)
    {
        var parts = BalancedAddress.Parts(address);
        var target = BalancedAddress.Target(parts) ?? throw new InvalidOperationException($"\"{address}\" không phải là địa chỉ gRPC.");
        var channel = GrpcChannel.ForAddress(target, BalancedAddress.Balance(new GrpcChannelOptions(), parts));
        return (channel, parts.Count == 1 ? channel.CreateCallInvoker() : channel.Intercept(new ResilienceInterceptor(Patient, TimeProvider.System)));
    }

    CallInvoker To(string grpcService, object? request) => channels[addresses.Of(grpcService, request)].Invoker;
}
