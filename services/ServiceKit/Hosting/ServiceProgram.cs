using AnSinh.ServiceKit.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.ServiceKit.Hosting;

/// <summary>What a service's <c>Program.cs</c> does: serve, or with the verb <c>migrate</c> bring the database up and end.</summary>
public static class ServiceProgram
{
    const string MigrateVerb = "migrate";

    /// <summary>Runs a service.</summary>
    /// <param name="args">The verb, if any, and settings as <c>--Section:Key=value</c>. A migration runs under the login of the connection
    /// string that it is given, which needs rights that the serving login must not have.</param>
    /// <param name="addModules">Adds the service's module.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Action<ServiceHostBuilder> addModules)
    {
        var migrates = args is [MigrateVerb, ..];
        var host = ServiceHostBuilder.Create(migrates ? args[1..] : args);
        addModules(host);
        await using var app = host.Build();
        if (!migrates)
        {
            await app.RunAsync();
            return 0;
        }

        foreach (var migrator in app.Services.GetServices<DatabaseMigrator>())
        {
            await migrator.Run(app.Services, CancellationToken.None);
            Console.WriteLine($"{migrator.Module}: the database has the schema of this build.");
        }

        return 0;
    }
}
