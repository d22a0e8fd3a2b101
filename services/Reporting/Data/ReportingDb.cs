using AnSinh.Reporting.AreaMaster;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Plans;
using AnSinh.Reporting.Quality;
using AnSinh.Reporting.Reports;
using AnSinh.Reporting.WorkProgramme;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Data;

/// <summary>Reporting's database: ledger, plans, and the master copy of the administrative units.</summary>
/// <param name="options">Provider and connection.</param>
public abstract class ReportingDb(DbContextOptions options) : ServiceDb(options)
{
    /// <summary>The ledger.</summary>
    public DbSet<FactRow> Facts => Set<FactRow>();

    /// <summary>Sums of facts.</summary>
    public DbSet<CellRow> Cells => Set<CellRow>();

    /// <summary>People in cells.</summary>
    public DbSet<PresenceRow> Presences => Set<PresenceRow>();

    /// <summary>How often each source has changed the ledger.</summary>
    public DbSet<LedgerStateRow> LedgerStates => Set<LedgerStateRow>();

    /// <summary>Person keys that became others.</summary>
    public DbSet<PersonAliasRow> PersonAliases => Set<PersonAliasRow>();

    /// <summary>Which person keys were joined when.</summary>
    public DbSet<PersonJoinRow> PersonJoins => Set<PersonJoinRow>();

    /// <summary>Figures keyed in and signed.</summary>
    public DbSet<EnteredFigureRow> EnteredFigures => Set<EnteredFigureRow>();

    /// <summary>Keys by which divided units are shared out, all versions.</summary>
    public DbSet<AreaKeyVersion> AreaKeys => Set<AreaKeyVersion>();

    /// <summary>Their shares.</summary>
    public DbSet<AreaKeyShare> AreaKeyShares => Set<AreaKeyShare>();

    /// <summary>Events that could not be booked.</summary>
    public DbSet<ParkedEventRow> ParkedEvents => Set<ParkedEventRow>();

    /// <summary>Plans in force.</summary>
    public DbSet<Plan> Plans => Set<Plan>();

    /// <summary>Plans that are handed down to the units below.</summary>
    public DbSet<PlanBreakdown> PlanBreakdowns => Set<PlanBreakdown>();

    /// <summary>What the rules of data quality found.</summary>
    public DbSet<QualityFinding> QualityFindings => Set<QualityFinding>();

    /// <summary>The work programme.</summary>
    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    /// <summary>All versions of all plans.</summary>
    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();

    /// <inheritdoc/>
    protected override void MapTables(ModelBuilder model)
    {
        LedgerMap.Apply(model);
        AreaKeyMap.Apply(model);
        PlanMap.Apply(model);
        WorkItemMap.Apply(model);
        ReportMap.Apply(model);
        QualityMap.Apply(model);
    }
}

/// <summary>Reporting's database on SQLite.</summary>
/// <inheritdoc/>
public sealed class ReportingSqliteDb(DbContextOptions<ReportingSqliteDb> options) : ReportingDb(options);

/// <summary>Reporting's database on SQL Server.</summary>
/// <inheritdoc/>
public sealed class ReportingSqlServerDb(DbContextOptions<ReportingSqlServerDb> options) : ReportingDb(options);
