using AnSinh.ChildProtection.Cases;
using AnSinh.ChildProtection.Children;
using AnSinh.ChildProtection.Incidents;
using AnSinh.People;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AnSinh.ChildProtection.Data;

/// <summary>The child protection service's database.</summary>
/// <param name="options">Provider and connection.</param>
public abstract class ChildDb(DbContextOptions options) : ServiceDb(options)
{
    internal DbSet<Person> People => Set<Person>();

    internal DbSet<Child> Children => Set<Child>();

    internal DbSet<ChildCircumstance> Circumstances => Set<ChildCircumstance>();

    internal DbSet<ChildSupport> Supports => Set<ChildSupport>();

    internal DbSet<Incident> Incidents => Set<Incident>();

    internal DbSet<AbuseCase> Cases => Set<AbuseCase>();

    /// <inheritdoc/>
    protected override void MapTables(ModelBuilder model)
    {
        PersonMap.Apply(model);
        ChildMap.Apply(model);
        IncidentMap.Apply(model);
        CaseMap.Apply(model);
    }
}

/// <summary>The database on SQLite.</summary>
/// <inheritdoc/>
public sealed class ChildSqliteDb(DbContextOptions<ChildSqliteDb> options) : ChildDb(options)
{
    /// <summary>Makes the context for <c>dotnet ef</c>; it connects to nothing.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<ChildSqliteDb>
    {
        /// <inheritdoc/>
        public ChildSqliteDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<ChildSqliteDb>().UseSqlite("Data Source=design.db").Options);
    }
}

/// <summary>The database on SQL Server.</summary>
/// <inheritdoc/>
public sealed class ChildSqlServerDb(DbContextOptions<ChildSqlServerDb> options) : ChildDb(options)
{
    /// <summary>Makes the context for <c>dotnet ef</c>; it connects to nothing.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<ChildSqlServerDb>
    {
        /// <inheritdoc/>
        public ChildSqlServerDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<ChildSqlServerDb>().UseSqlServer("Server=design").Options);
    }
}
