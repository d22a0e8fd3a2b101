using AnSinh.Architecture.Tests.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shouldly;
using Xunit;

namespace AnSinh.Architecture.Tests.Migrations;

/// <summary>Every service's migrations say what its model says, for both databases; and <c>deploy/sql</c> holds what they generate.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void EveryService_HasAContextForBothDatabases()
    {
        Contexts.SqlServerNames.Count.ShouldBe(6);
        Contexts.All.Keys.ShouldBe(
            Contexts.All.Keys.Select(name => name.Replace("SqlServerDb", "SqliteDb", StringComparison.Ordinal)).Distinct()
                .SelectMany(name => (string[])[name, name.Replace("SqliteDb", "SqlServerDb", StringComparison.Ordinal)]),
            ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Contexts.Names), MemberType = typeof(Contexts))]
    public void Migrations_SayWhatTheModelSays(string context)
    {
        using var db = Contexts.Make(context);

        db.Database.GetMigrations().ShouldNotBeEmpty();
        db.Database.HasPendingModelChanges().ShouldBeFalse(
            $"The model of {context} says more than its last migration; CONTRIBUTING.md tells how to add or make again a migration.");
    }

    [Theory]
    [MemberData(nameof(Contexts.SqlServerNames), MemberType = typeof(Contexts))]
    public void Script_IsWhatTheMigrationsGenerate(string context)
    {
        var file = Contexts.ScriptOf(context);
        var script = MigrationScript.Of(context);
        if (Environment.GetEnvironmentVariable("ANSINH_UPDATE_BASELINE") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, file), script);
        }

        (Repository.TextOf(file) == script).ShouldBeTrue(
            $"{file} is not what the migrations say; write it with: ANSINH_UPDATE_BASELINE=1 dotnet test tests/Architecture.Tests");
    }
}

/// <summary>The SQL Server script of a service: from an empty database or any older version to this one.</summary>
static class MigrationScript
{
    // sqlcmd turns quoted identifiers off unless told otherwise, and then no index with a filter can be made (error 1934). XACT_ABORT: a
    // migration that fails leaves nothing of itself.
    const string Settings = "SET QUOTED_IDENTIFIER ON;\nSET XACT_ABORT ON;\nGO\n\n";

    public static string Of(string context)
    {
        using var db = Contexts.Make(context);
        return Settings + db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent)
            .Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
