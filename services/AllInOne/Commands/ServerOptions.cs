using System.CommandLine;
using AnSinh.ServiceKit.Errors;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace AnSinh.AllInOne.Commands;

/// <summary>Options of the commands that are clients of a running platform.</summary>
static class ServerOptions
{
    public static Option<string> Server() => new("--server") { Description = "gRPC address.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };

    public static Option<string?> Cluster() => new("--cluster") { Description = "cluster.json of a running cluster, or the directory that holds it." };

    public static Option<string> Token() => new("--token")
    {
        Description = "Token, or @FILE that holds it; the default is the environment variable ANSINH_TOKEN.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ANSINH_TOKEN") ?? "",
    };

    /// <summary>A call invoker that carries the token.</summary>
    public static CallInvoker Invoker(GrpcChannel channel, string token) => Invoker(channel.CreateCallInvoker(), token);

    /// <summary>The same calls, carrying the token.</summary>
    public static CallInvoker Invoker(CallInvoker calls, string token)
    {
        var bearer = token.StartsWith('@') ? File.ReadAllText(token[1..]).Trim() : token;
        return calls.Intercept(headers =>
        {
            headers.Add("authorization", $"Bearer {bearer}");
            return headers;
        });
    }

    /// <summary>Runs a client command; what the server or a file refuses becomes a message and exit code 1.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (RpcException fault)
        {
            var refusal = Refusal.From(fault);
            Console.Error.WriteLine(refusal is null ? $"{fault.StatusCode}: {fault.Status.Detail}" : $"{refusal.Code}: {refusal.Message}");
            foreach (var violation in refusal?.Violations ?? [])
            {
                Console.Error.WriteLine($"  {violation.Field}: {violation.Message} ({violation.Code})");
            }

            return 1;
        }
        catch (Exception wrong) when (wrong is FormatException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            Console.Error.WriteLine(wrong.Message);
            return 1;
        }
    }
}
