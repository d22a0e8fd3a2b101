using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AnSinh.Reporting.Rebuild;

/// <summary>A table that is made from events alone, as the model maps it: a column that is added to the ledger is compared by itself.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="Keys">Columns of the key.</param>
/// <param name="Compared">All columns that must be equal, keys included.</param>
/// <param name="Columns">All columns.</param>
/// <param name="SaysSomething">Condition for rows that count: runs of other lengths leave other rows of zeros behind.</param>
sealed record ProjectedTable(
    string Name, IReadOnlyList<string> Keys, IReadOnlyList<string> Compared, IReadOnlyList<string> Columns, string SaysSomething)
{
    /// <summary>The ledger's tables.</summary>
    public static IReadOnlyList<ProjectedTable> Of(ReportingDb db) =>
    [
        Of<FactRow>(db), Of<CellRow>(db, "(\"count\" <> 0 OR quantity <> 0 OR amount_vnd <> 0)"), Of<PresenceRow>(db, "\"count\" <> 0"), Of<DimensionSetRow>(db),
        Of<PersonAliasRow>(db), Of<PersonJoinRow>(db), Of<EnteredFigureRow>(db),
        // When an event was parked first is the history of the ledger in use, not of the events.
        Of<ParkedEventRow>(db, except: nameof(ParkedEventRow.ParkedAt)),
    ];

    static ProjectedTable Of<TRow>(ReportingDb db, string saysSomething = "1 = 1", string? except = null)
    {
        var type = db.Model.FindEntityType(typeof(TRow))!;
        var properties = type.GetProperties().ToList();
        return new ProjectedTable(
            type.GetTableName()!,
            [.. type.FindPrimaryKey()!.Properties.Select(Column)],
            [.. properties.Where(property => property.Name != except).Select(Column)],
            [.. properties.Select(Column)],
            saysSomething);
    }

    static string Column(IProperty property) => $"\"{property.GetColumnName()}\"";
}
