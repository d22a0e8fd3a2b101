using AnSinh.BenefitPayments;
using AnSinh.BenefitPayments.Housing;
using AnSinh.BenefitPayments.SupportLists;
using AnSinh.Dossiers;
using AnSinh.MeritoriousPersons.LivingStandards;
using AnSinh.MeritoriousPersons.Persons;
using AnSinh.MeritoriousPersons.Reburials;
using AnSinh.People;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AnSinh.MeritoriousPersons.Data;

/// <summary>The database of the service of meritorious persons: its own registers and the shared kernel's tables.</summary>
/// <param name="options">Provider and connection.</param>
public abstract class MeritDb(DbContextOptions options) : ServiceDb(options)
{
    /// <summary>Meritorious persons.</summary>
    public DbSet<MeritPerson> MeritPersons => Set<MeritPerson>();

    /// <summary>Their relatives.</summary>
    public DbSet<MeritRelative> MeritRelatives => Set<MeritRelative>();

    /// <summary>Reburials.</summary>
    public DbSet<Reburial> Reburials => Set<Reburial>();

    /// <summary>Surveys of living standards.</summary>
    public DbSet<LivingStandardSurvey> LivingStandardSurveys => Set<LivingStandardSurvey>();

    /// <summary>Their forms.</summary>
    public DbSet<LivingStandardForm> LivingStandardForms => Set<LivingStandardForm>();

    /// <summary>Their approvals.</summary>
    public DbSet<LivingStandardApproval> LivingStandardApprovals => Set<LivingStandardApproval>();

    /// <inheritdoc/>
    protected override void MapTables(ModelBuilder model)
    {
        PersonMap.Apply(model);
        DossiersMap.Apply(model);
        PersonsMap.Apply(model);
        ReburialMap.Apply(model);
        LivingStandardMap.Apply(model);
        SupportListsMap.Apply(model);
        HousingMap.Apply(model);
        BenefitPaymentsMap.Apply(model);
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
