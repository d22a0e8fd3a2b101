using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;

namespace AnSinh.Testing.SqlServer;

/// <summary>
/// The databases of one host on the server, one a module: made when the module asks for its connection string, dropped on disposal. Without
/// a server it says nothing, and modules stand on SQLite.
/// </summary>
public sealed class ServerDatabases : IDisposable
{
    readonly Dictionary<string, ServerDatabase> databases = new(StringComparer.Ordinal);

    /// <summary>The database of a module.</summary>
    public ServerDatabase this[string module]
    {
        get
        {
            if (!databases.TryGetValue(module, out var database))
            {
                databases[module] = database = new ServerDatabase(module);
            }

            return database;
        }
    }

    /// <summary>Adds provider and connection strings to a host's configuration, above everything else.</summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="migrating">True for the login that migrates, false for the one that serves.</param>
    public void AddTo(IConfigurationBuilder configuration, bool migrating)
    {
        if (TestServer.IsThere)
        {
            configuration.Add(new Source(this, migrating));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var database in databases.Values)
        {
            database.Dispose();
        }

        databases.Clear();
    }

    sealed class Source(ServerDatabases databases, bool migrating) : ConfigurationProvider, IConfigurationSource
    {
        const string Strings = "ConnectionStrings:";

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "Database:Provider" ? "SqlServer"
                : !key.StartsWith(Strings, StringComparison.Ordinal) ? null
                : migrating ? databases[key[Strings.Length..]].Migrating
                : databases[key[Strings.Length..]].Serving;
            return value is not null;
        }
    }
}
