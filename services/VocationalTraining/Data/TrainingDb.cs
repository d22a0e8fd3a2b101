using AnSinh.People;
using AnSinh.ServiceKit.Persistence;
using AnSinh.SurveyedFigures;
using AnSinh.VocationalTraining.Certificates;
using AnSinh.VocationalTraining.Enrolments;
using AnSinh.VocationalTraining.Institutions;
using AnSinh.VocationalTraining.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AnSinh.VocationalTraining.Data;

/// <summary>The training service's database.</summary>
/// <param name="options">Provider and connection.</param>
public abstract class TrainingDb(DbContextOptions options) : ServiceDb(options)
{
    /// <summary>Institutions.</summary>
    public DbSet<Institution> Institutions => Set<Institution>();

    /// <summary>Programmes.</summary>
    public DbSet<Programme> Programmes => Set<Programme>();

    /// <summary>Trainees.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Enrolments.</summary>
    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    /// <summary>Diplomas and certificates.</summary>
    public DbSet<Certificate> Certificates => Set<Certificate>();

    /// <inheritdoc/>
    protected override void MapTables(ModelBuilder model)
    {
        InstitutionMap.Apply(model);
        ProgrammeMap.Apply(model);
        PersonMap.Apply(model);
        EnrolmentMap.Apply(model);
        CertificateMap.Apply(model);
        SurveyedFigureMap.Apply(model);
    }
}

/// <summary>The database on SQLite.</summary>
/// <inheritdoc/>
public sealed class TrainingSqliteDb(DbContextOptions<TrainingSqliteDb> options) : TrainingDb(options)
{
    /// <summary>Makes the context for <c>dotnet ef</c>; it connects to nothing.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<TrainingSqliteDb>
    {
        /// <inheritdoc/>
        public TrainingSqliteDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<TrainingSqliteDb>().UseSqlite("Data Source=design.db").Options);
    }
}

/// <summary>The database on SQL Server.</summary>
/// <inheritdoc/>
public sealed class TrainingSqlServerDb(DbContextOptions<TrainingSqlServerDb> options) : TrainingDb(options)
{
    /// <summary>Makes the context for <c>dotnet ef</c>; it connects to nothing.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<TrainingSqlServerDb>
    {
        /// <inheritdoc/>
        public TrainingSqlServerDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<TrainingSqlServerDb>().UseSqlServer("Server=design").Options);
    }
}
