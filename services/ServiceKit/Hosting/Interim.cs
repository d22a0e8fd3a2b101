// Interim stand-ins so that dependants compile. Whoever lands the real types deletes this file.
#pragma warning disable
using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Configuration;
namespace AnSinh.ServiceKit.Telemetry { public static class AnSinhTelemetry { public static readonly System.Diagnostics.Metrics.Meter Meter = new("AnSinh"); } }
namespace AnSinh.ServiceKit.Resilience { public sealed class GrpcChannels { public Grpc.Core.CallInvoker Invoker(string a) => null!; } }
namespace AnSinh.ServiceKit.Hosting {
 public sealed class ModuleBuilder { public string Name; public IServiceCollection Services; public IConfiguration Configuration; public HostPaths Paths; public Type? DatabaseType {get;set;} public List<AnSinh.ServiceKit.Messaging.BusEndpoint> BusEndpoints {get;} = []; public ModuleBuilder AddGrpc<T>(Google.Protobuf.Reflection.ServiceDescriptor d) where T : class => this; public ModuleBuilder AddRole(string r, params string[] p) => this; }
 public sealed class ServiceHostBuilder { public IConfiguration Configuration; public IServiceCollection Services; public List<ModuleBuilder> Modules = []; public ModuleBuilder AddModule(string n) => null!; public static ServiceHostBuilder Create(string[] a) => null!; public Microsoft.AspNetCore.Builder.WebApplication Build() => null!; }
}
