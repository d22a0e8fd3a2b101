using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shouldly;
using Xunit;

namespace AnSinh.Architecture.Tests.Migrations;

/// <summary>Limits of SQL Server that its migrations would only meet at the first long value.</summary>
public sealed partial class SqlServerModelTests
{
    const int LongestClusteredKey = 900;
    const int LongestIndexKey = 1_700;

    [Theory]
    [MemberData(nameof(Contexts.SqlServerNames), MemberType = typeof(Contexts))]
    public void Keys_AreNoLongerThanAnIndexTakes(string context)
    {
        using var db = Contexts.Make(context);

        var tables = db.Model.GetEntityTypes().ToList();
        tables.Select(table => table.FindPrimaryKey()!)
            .Where(key => Bytes(key.Properties) > LongestClusteredKey)
            .Select(key => $"{key.DeclaringEntityType.GetTableName()}: {Bytes(key.Properties)} bytes").ShouldBeEmpty();
        tables.SelectMany(table => table.GetIndexes())
            .Where(index => Bytes(index.Properties) > LongestIndexKey)
            .Select(index => $"{index.GetDatabaseName()}: {Bytes(index.Properties)} bytes").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Contexts.SqlServerNames), MemberType = typeof(Contexts))]
    public void Columns_AreOfTypesThatBothDatabasesKeepAlike(string context)
    {
        using var db = Contexts.Make(context);

        // Bytes without bound: only answers of commands, which nobody compares or sorts.
        db.Model.GetEntityTypes().SelectMany(table => table.GetProperties())
            .Where(column => !Known().IsMatch(column.GetColumnType()) && !(column.GetColumnType() == "varbinary(max)" && !column.IsKey() && !column.IsIndex()))
            .Select(column => $"{column.DeclaringType.Name}.{column.Name}: {column.GetColumnType()}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nvarchar(200)", 400)]
    [InlineData("varchar(5)", 5)]
    [InlineData("binary(16)", 16)]
    [InlineData("bigint", 8)]
    public void Size_OfAColumn_IsThatInAnIndex(string type, int bytes) => Bytes(type).ShouldBe(bytes);

    static int Bytes(IReadOnlyList<IReadOnlyProperty> columns) => columns.Sum(column => Bytes(column.GetColumnType()));

    static int Bytes(string type) => type switch
    {
        "bigint" => 8,
        "int" => 4,
        "smallint" => 2,
        "tinyint" or "bit" => 1,
        _ when Sized().Match(type) is { Success: true } sized =>
            int.Parse(sized.Groups[2].Value, CultureInfo.InvariantCulture) * (sized.Groups[1].Value[0] == 'n' ? 2 : 1),
        _ => int.MaxValue / 64,
    };

    [GeneratedRegex(@"^(bigint|int|smallint|tinyint|bit|(n?varchar|n?char|(var)?binary)\(\d+\))$")]
    private static partial Regex Known();

    [GeneratedRegex(@"^(n?varchar|n?char|varbinary|binary)\((\d+)\)$")]
    private static partial Regex Sized();
}
