using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace AnSinh.Reporting.Data;

/// <summary>
/// Makes SQLite keep tables in the order of their keys (WITHOUT ROWID), as SQL Server does by itself: a period of a unit is then one
/// stretch of the file, and a row stands once instead of in a table and an index. EF cannot say it in the model.
/// </summary>
static class ClusteredTables
{
    /// <summary>Turns the creation of these tables, which must stand in the migration already, into one by key.</summary>
    public static void ClusterByKey(this MigrationBuilder migration, params IReadOnlyList<string> tables)
    {
        for (var i = 0; i < migration.Operations.Count; i++)
        {
            if (migration.Operations[i] is CreateTableOperation table && tables.Contains(table.Name))
            {
                migration.Operations[i] = new SqlOperation { Sql = Statement(table) };
            }
        }
    }

    static string Statement(CreateTableOperation table)
    {
        var columns = table.Columns.Select(column => $"\"{column.Name}\" {column.ColumnType} {(column.IsNullable ? "NULL" : "NOT NULL")}");
        var key = string.Join(", ", table.PrimaryKey!.Columns.Select(column => $"\"{column}\""));
        return $"CREATE TABLE \"{table.Name}\" ({string.Join(", ", columns)}, CONSTRAINT \"{table.PrimaryKey.Name}\" PRIMARY KEY ({key})) WITHOUT ROWID;";
    }
}
