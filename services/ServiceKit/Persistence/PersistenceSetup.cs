using AnSinh.ServiceKit.Agencies;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Commands;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>Gives a module its database, with everything that comes with it: write gate, relay, feed, commands, migration, health.</summary>
public static class PersistenceSetup
{
    /// <summary>Adds the module's database. The provider is chosen by <c>Database:Provider</c>; each has a context class of its own,
    /// because migrations belong to one provider.</summary>
    /// <typeparam name="TDb">The module's context.</typeparam>
    /// <typeparam name="TSqlite">The same with SQLite's migrations.</typeparam>
    /// <typeparam name="TSqlServer">The same with SQL Server's migrations.</typeparam>
    public static ModuleBuilder AddDatabase<TDb, TSqlite, TSqlServer>(this ModuleBuilder module)
        where TDb : ServiceDb
        where TSqlite : TDb
        where TSqlServer : TDb
    {
        var services = module.Services;
        module.DatabaseType = typeof(TDb);
        var provider = module.Configuration["Database:Provider"] ?? "Sqlite";
        switch (provider)
        {
            case "Sqlite":
                AddSqlite<TDb, TSqlite>(module);
                break;
            case "SqlServer":
                AddSqlServer<TDb, TSqlServer>(module);
                break;
            default:
                throw new InvalidOperationException($"Database:Provider is \"{provider}\"; allowed: Sqlite, SqlServer.");
        }

        var shared = DatabaseSharing.IsShared(module.Configuration);
        services.AddSingleton(new ServiceSource<TDb>(module.Name, shared));
        services.TryAddSingleton<FeedSignals>();
        services.AddSingleton<RelaySignal<TDb>>();
        services.AddSingleton<RelayStatus<TDb>>();
        services.AddSingleton<RelayLease<TDb>>();
        services.TryAddSingleton<RunPublisher>();
        services.Configure<RelayOptions>(module.Configuration.GetSection("Relay"));
        services.AddSingleton<IEventLogReader, EventLogReader<TDb>>();
        services.AddScoped<UnitOfWork<TDb>>();
        services.AddScoped<BulkImport<TDb>>();
        services.AddScoped<AgencyTrail<TDb>>();
        services.AddScoped<CommandInterceptor<TDb>>();
        services.AddSingleton<IHostedService, DatabaseStartup<TDb>>();
        services.AddSingleton<IHostedService, Relay<TDb>>();
        services.AddSingleton<IHostedService, AnswerCleanup<TDb>>();
        services.AddSingleton<IHostedService, FieldRotation<TDb>>();
        if (shared)
        {
            services.Configure<AreaOptions>(module.Configuration.GetSection("Areas"));
            services.AddSingleton<IHostedService, AreaWatch<TDb>>();
        }

        services.AddRelayGauges<TDb>();
        services.AddSingleton(DatabaseMigrator.Of<TDb>(module.Name));
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth<TDb>>($"{module.Name}.database", HealthStatus.Unhealthy, ["ready", module.Name])
            .AddCheck<RelayHealth<TDb>>($"{module.Name}.relay", HealthStatus.Degraded, ["ready", module.Name]);
        return module;
    }

    static void AddSqlite<TDb, TSqlite>(ModuleBuilder module)
        where TDb : ServiceDb
        where TSqlite : TDb
    {
        var connection = new SqliteConnectionStringBuilder(
            module.Configuration.GetConnectionString(module.Name) ?? $"Data Source={Path.Combine(module.Paths.DataDirectory, module.Name + ".db")}")
        {
            DefaultTimeout = 30,
        };
        var shared = DatabaseSharing.IsShared(module.Configuration);
        var options = new DbContextOptionsBuilder<TSqlite>()
            .UseSqlite(connection.ToString(), sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(new SqliteConnectionSetup(shared))
            .Options;
        module.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, DatabaseLockService>());
        module.Services.AddSingleton(new DatabaseBackup(module.Name, connection.DataSource));
        module.Services.AddSingleton(DatabaseBackup.SizeOf(module.Name, connection.DataSource));
        module.Services.AddSingleton(new DatabaseLocks(typeof(TDb), () => new DatabaseFile(connection.DataSource, shared)));
        AddContext<TDb, TSqlite>(module, options, new WriteGate<TDb>(closes: true, shared ? connection.DataSource : null));
        module.Services.TryAddSingleton<IRelayStore>(new SqliteRelayStore(shared));
    }

    static void AddSqlServer<TDb, TSqlServer>(ModuleBuilder module)
        where TDb : ServiceDb
        where TSqlServer : TDb
    {
        var connection = module.Configuration.GetConnectionString(module.Name)
            ?? throw new InvalidOperationException($"ConnectionStrings:{module.Name} is missing: the SQL Server database of this service.");
        var options = new DbContextOptionsBuilder<TSqlServer>()
            .UseSqlServer(connection, sql => sql.EnableRetryOnFailure(DatabaseFaults.Unreachable))
            .Options;
        AddContext<TDb, TSqlServer>(module, options, new WriteGate<TDb>(closes: false));
        module.Services.TryAddSingleton<IRelayStore, SqlServerRelayStore>();
    }

    static void AddContext<TDb, TProvider>(ModuleBuilder module, DbContextOptions<TProvider> options, WriteGate<TDb> gate)
        where TDb : ServiceDb
        where TProvider : TDb
    {
        module.Services.AddSingleton(_ => gate);
        module.Services.AddScoped<TDb>(_ =>
        {
            var db = (TDb)Activator.CreateInstance(typeof(TProvider), options)!;
            db.Database.AutoSavepointsEnabled = false;
            return db;
        });
    }
}
