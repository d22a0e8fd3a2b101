using System.Globalization;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.ServiceKit.Hosting;

/// <summary>
/// What a service's <c>Program.cs</c> does: serve, or with the verb <c>migrate</c> bring the database up and end, or with the verb
/// <c>backup</c> copy the embedded database, while the service runs, into the directory <c>Backup:Directory</c> and end.
/// </summary>
public static class ServiceProgram
{
    const string MigrateVerb = "migrate";
    const string BackupVerb = "backup";

    /// <summary>Runs a service.</summary>
    /// <param name="args">The verb, if any, and settings as <c>--Section:Key=value</c>. A migration runs under the login of the connection
    /// string that it is given, which needs rights that the serving login must not have.</param>
    /// <param name="addModules">Adds the service's module.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Action<ServiceHostBuilder> addModules)
    {
        var verb = args is [MigrateVerb or BackupVerb, ..] ? args[0] : null;
        var host = ServiceHostBuilder.Create(verb is null ? args : args[1..]);
        addModules(host);
        await using var app = host.Build();
        switch (verb)
        {
            case MigrateVerb:
                foreach (var migrator in app.Services.GetServices<DatabaseMigrator>())
                {
                    await migrator.Run(app.Services, CancellationToken.None);
                    Console.WriteLine($"{migrator.Module}: the database has the schema of this build.");
                }

                return 0;
            case BackupVerb:
                return Backup(app.Services.GetServices<DatabaseBackup>(), host.Configuration["Backup:Directory"]);
            default:
                await app.RunAsync();
                return 0;
        }
    }

    static int Backup(IEnumerable<DatabaseBackup> databases, string? directory)
    {
        if (string.IsNullOrEmpty(directory))
        {
            Console.Error.WriteLine("Backup:Directory is not set: the directory of the copy.");
            return 1;
        }

        try
        {
            foreach (var database in databases)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database.Module}: {database.CopyTo(directory)} bytes"));
            }

            return 0;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or IOException or SqliteException)
        {
            Console.Error.WriteLine(wrong.Message);
            return 1;
        }
    }
}
