using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AnSinh.MeritoriousPersons.Data;

/// <summary>The database of the service of meritorious persons: its own registers and the shared kernel's tables.</summary>
/// <param name="options">Provider and connection.</param>
public abstract class MeritDb(DbContextOptions options) : ServiceDb(options)
{
    /// <inheritdoc/>
    protected override void MapTables(ModelBuilder model)
    {
    }
}

/// <summary>The database on SQLite.</summary>
/// <inheritdoc/>
public sealed class MeritSqliteDb(DbContextOptions<MeritSqliteDb> options) : MeritDb(options)
{
    /// <summary>Makes the context for <c>dotnet ef</c>; it connects to nothing.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<MeritSqliteDb>
    {
        /// <inheritdoc/>
        public MeritSqliteDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<MeritSqliteDb>().UseSqlite("Data Source=design.db").Options);
    }
}

/// <summary>The database on SQL Server.</summary>
/// <inheritdoc/>
public sealed class MeritSqlServerDb(DbContextOptions<MeritSqlServerDb> options) : MeritDb(options)
{
    /// <summary>Makes the context for <c>dotnet ef</c>; it connects to nothing.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<MeritSqlServerDb>
    {
        /// <inheritdoc/>
        public MeritSqlServerDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<MeritSqlServerDb>().UseSqlServer("Server=design").Options);
    }
}
