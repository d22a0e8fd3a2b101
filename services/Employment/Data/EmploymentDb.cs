using AnSinh.BenefitPayments;
using AnSinh.Employment.Counselling;
using AnSinh.Employment.Employers;
using AnSinh.Employment.Placements;
using AnSinh.Employment.Unemployment;
using AnSinh.Employment.Workers;
using AnSinh.People;
using AnSinh.ServiceKit.Persistence;
using AnSinh.SurveyedFigures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AnSinh.Employment.Data;

/// <summary>The employment service's database.</summary>
/// <param name="options">Provider and connection.</param>
public abstract class EmploymentDb(DbContextOptions options) : ServiceDb(options)
{
    /// <summary>Workers and job seekers.</summary>
    public DbSet<Worker> Workers => Set<Worker>();

    /// <summary>Keys and numbers that workers once had.</summary>
    public DbSet<WorkerIdentifier> WorkerIdentifiers => Set<WorkerIdentifier>();

    /// <summary>Employers.</summary>
    public DbSet<Employer> Employers => Set<Employer>();

    /// <summary>Placements.</summary>
    public DbSet<Placement> Placements => Set<Placement>();

    /// <summary>Counselling visits.</summary>
    public DbSet<CounsellingVisit> CounsellingVisits => Set<CounsellingVisit>();

    /// <summary>Claims for unemployment benefit.</summary>
    public DbSet<UnemploymentClaim> UnemploymentClaims => Set<UnemploymentClaim>();

    /// <inheritdoc/>
    protected override void MapTables(ModelBuilder model)
    {
        WorkerMap.Apply(model);
        EmployerMap.Apply(model);
        PlacementMap.Apply(model);
        CounsellingMap.Apply(model);
        PersonMap.Apply(model);
        BenefitPaymentsMap.Apply(model);
        UnemploymentMap.Apply(model);
        SurveyedFigureMap.Apply(model);
    }
}

/// <summary>The database on SQLite.</summary>
/// <inheritdoc/>
public sealed class EmploymentSqliteDb(DbContextOptions<EmploymentSqliteDb> options) : EmploymentDb(options)
{
    /// <summary>Makes the context for <c>dotnet ef</c>; it connects to nothing.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<EmploymentSqliteDb>
    {
        /// <inheritdoc/>
        public EmploymentSqliteDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<EmploymentSqliteDb>().UseSqlite("Data Source=design.db").Options);
    }
}

/// <summary>The database on SQL Server.</summary>
/// <inheritdoc/>
public sealed class EmploymentSqlServerDb(DbContextOptions<EmploymentSqlServerDb> options) : EmploymentDb(options)
{
    /// <summary>Makes the context for <c>dotnet ef</c>; it connects to nothing.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<EmploymentSqlServerDb>
    {
        /// <inheritdoc/>
        public EmploymentSqlServerDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<EmploymentSqlServerDb>().UseSqlServer("Server=design").Options);
    }
}
