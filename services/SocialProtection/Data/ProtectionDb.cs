using AnSinh.BenefitPayments;
using AnSinh.BenefitPayments.Housing;
using AnSinh.BenefitPayments.SupportLists;
using AnSinh.People;
using AnSinh.ServiceKit.Persistence;
using AnSinh.SocialProtection.Eligibility;
using AnSinh.SocialProtection.Poverty;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AnSinh.SocialProtection.Data;

/// <summary>The social-protection service's database.</summary>
/// <param name="options">Provider and connection.</param>
public abstract class ProtectionDb(DbContextOptions options) : ServiceDb(options)
{
    /// <summary>Applications for monthly assistance.</summary>
    public DbSet<AssistanceApplicationRecord> Applications => Set<AssistanceApplicationRecord>();

    /// <summary>Poverty surveys.</summary>
    public DbSet<PovertySurvey> PovertySurveys => Set<PovertySurvey>();

    /// <summary>Households of the surveys.</summary>
    public DbSet<Household> Households => Set<Household>();

    /// <summary>Members whom forms name.</summary>
    public DbSet<HouseholdMember> HouseholdMembers => Set<HouseholdMember>();

    /// <summary>Approved lists of communes.</summary>
    public DbSet<PovertyList> PovertyLists => Set<PovertyList>();

    /// <inheritdoc/>
    protected override void MapTables(ModelBuilder model)
    {
        PersonMap.Apply(model);
        SupportListsMap.Apply(model);
        HousingMap.Apply(model);
        BenefitPaymentsMap.Apply(model);
        PovertyMap.Apply(model);
        ApplicationMap.Apply(model);
    }
}

/// <summary>The database on SQLite.</summary>
/// <inheritdoc/>
public sealed class ProtectionSqliteDb(DbContextOptions<ProtectionSqliteDb> options) : ProtectionDb(options)
{
    /// <summary>Makes the context for <c>dotnet ef</c>; it connects to nothing.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<ProtectionSqliteDb>
    {
        /// <inheritdoc/>
        public ProtectionSqliteDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<ProtectionSqliteDb>().UseSqlite("Data Source=design.db").Options);
    }
}

/// <summary>The database on SQL Server.</summary>
/// <inheritdoc/>
public sealed class ProtectionSqlServerDb(DbContextOptions<ProtectionSqlServerDb> options) : ProtectionDb(options)
{
    /// <summary>Makes the context for <c>dotnet ef</c>; it connects to nothing.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<ProtectionSqlServerDb>
    {
        /// <inheritdoc/>
        public ProtectionSqlServerDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<ProtectionSqlServerDb>().UseSqlServer("Server=design").Options);
    }
}
