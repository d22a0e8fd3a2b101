using Microsoft.Data.SqlClient;

namespace AnSinh.Testing.SqlServer;

/// <summary>
/// A database of one test on the server, with the logins that <c>deploy/sql/logins.sql</c> makes. Disposing it drops all three; those of a
/// test run that was killed bear the same prefix.
/// </summary>
public sealed class ServerDatabase : IDisposable
{
    readonly string password = "Aa1-" + Guid.NewGuid().ToString("N");

    /// <summary>Makes the database, without tables.</summary>
    /// <param name="owner">Word in its name that tells whose it is, such as the module's name.</param>
    public ServerDatabase(string owner)
    {
        Name = $"ansinh_test_{Guid.NewGuid().ToString("N")[..12]}_{owner}";
        TestServer.Run(
            TestServer.Administrator(),
            TestServer.TextOf("deploy/sql/logins.sql"),
            ("Database", Name), ("ServingLogin", ServingLogin), ("ServingPassword", password), ("MigrationLogin", MigrationLogin), ("MigrationPassword", password));
    }

    /// <summary>Name of the database.</summary>
    public string Name { get; }

    /// <summary>Connection string of the login that serves.</summary>
    public string Serving => TestServer.Login(Name, ServingLogin, password);

    /// <summary>Connection string of the login that migrates.</summary>
    public string Migrating => TestServer.Login(Name, MigrationLogin, password);

    string ServingLogin => Name + "_serving";

    string MigrationLogin => Name + "_migration";

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var used in (string[])[Serving, Migrating])
        {
            using var pool = new SqlConnection(used);
            SqlConnection.ClearPool(pool);
        }

        TestServer.Run(TestServer.Administrator(), $"""
            ALTER DATABASE [{Name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE;
            DROP DATABASE [{Name}];
            GO
            BEGIN TRY
                DROP LOGIN [{ServingLogin}];
                DROP LOGIN [{MigrationLogin}];
            END TRY
            BEGIN CATCH
                -- A session of a closed pool that has not ended yet (error 15434).
                WAITFOR DELAY '00:00:01';
                IF SUSER_ID(N'{ServingLogin}') IS NOT NULL DROP LOGIN [{ServingLogin}];
                IF SUSER_ID(N'{MigrationLogin}') IS NOT NULL DROP LOGIN [{MigrationLogin}];
            END CATCH
            """);
    }
}
