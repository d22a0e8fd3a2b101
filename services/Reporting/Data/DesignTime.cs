using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AnSinh.Reporting.Data;

/// <summary>Makes a context for <c>dotnet ef</c> on SQLite; no database is opened.</summary>
public sealed class ReportingSqliteDesign : IDesignTimeDbContextFactory<ReportingSqliteDb>
{
    /// <inheritdoc/>
    public ReportingSqliteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<ReportingSqliteDb>().UseSqlite("Data Source=design.db").Options);
}

/// <summary>Makes a context for <c>dotnet ef</c> on SQL Server; no database is opened.</summary>
public sealed class ReportingSqlServerDesign : IDesignTimeDbContextFactory<ReportingSqlServerDb>
{
    /// <inheritdoc/>
    public ReportingSqlServerDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<ReportingSqlServerDb>().UseSqlServer("Server=localhost;Database=reporting").Options);
}
