using System.Reflection;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace AnSinh.Architecture.Tests.Migrations;

/// <summary>The services' contexts, one a service and provider, made as <c>dotnet ef</c> makes them: they connect to nothing.</summary>
static class Contexts
{
    const string SqlServer = "SqlServerDb";

    /// <summary>Context types by name; every service has two.</summary>
    public static IReadOnlyDictionary<string, Type> All { get; } = Directory.EnumerateFiles(AppContext.BaseDirectory, "AnSinh.*.dll")
        .Select(Assembly.LoadFrom)
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(ServiceDb)))
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>Names of all contexts.</summary>
    public static TheoryData<string> Names => [.. All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Names of the contexts on SQL Server.</summary>
    public static TheoryData<string> SqlServerNames => [.. All.Keys.Where(name => name.EndsWith(SqlServer, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The script of a context on SQL Server: <c>EmploymentSqlServerDb</c> has <c>deploy/sql/employment.sql</c>.</summary>
    public static string ScriptOf(string context) => $"deploy/sql/{context[..^SqlServer.Length].ToLowerInvariant()}.sql";

    /// <summary>A context that connects to nothing.</summary>
    public static ServiceDb Make(string name) => MakeOn(name, name.EndsWith(SqlServer, StringComparison.Ordinal) ? "Server=design" : "Data Source=design.db");

    /// <summary>A context on a database.</summary>
    public static ServiceDb MakeOn(string name, string connection)
    {
        var type = All[name];
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        _ = name.EndsWith(SqlServer, StringComparison.Ordinal) ? options.UseSqlServer(connection) : options.UseSqlite(connection);
        return (ServiceDb)Activator.CreateInstance(type, options.Options)!;
    }
}
