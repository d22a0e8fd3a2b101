using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>A value of an encrypted column, and the row that it stands in.</summary>
/// <param name="Key">The row's key as stored.</param>
/// <param name="Value">The value.</param>
sealed record SealedValue(IReadOnlyList<object> Key, byte[] Value);

/// <summary>An encrypted column of a service's database, read and written by SQL that both databases understand: entities have rules about what may
/// change, and a new key changes nothing of what they say.</summary>
sealed class SealedColumn
{
    const string Prefix = "Sealed";

    readonly string table;
    readonly string column;
    readonly IReadOnlyList<string> keys;

    SealedColumn(IEntityType entity, IProperty property, ISqlGenerationHelper sql)
    {
        var stored = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        Name = $"{stored.Name}.{property.GetColumnName(stored)}";
        table = sql.DelimitIdentifier(stored.Name, stored.Schema);
        column = sql.DelimitIdentifier(property.GetColumnName(stored)!);
        keys = [.. entity.FindPrimaryKey()!.Properties.Select(key => sql.DelimitIdentifier(key.GetColumnName(stored)!))];
    }

    /// <summary>Table and column, for people.</summary>
    public string Name { get; }

    /// <summary>The encrypted columns of a database.</summary>
    public static IReadOnlyList<SealedColumn> Of(ServiceDb db) =>
    [
        .. from entity in db.Model.GetEntityTypes()
           from property in entity.GetProperties()
           where property.ClrType == typeof(byte[]) && property.Name.StartsWith(Prefix, StringComparison.Ordinal)
           select new SealedColumn(entity, property, db.GetService<ISqlGenerationHelper>()),
    ];

    /// <summary>The values that do not begin with a header.</summary>
    public async IAsyncEnumerable<SealedValue> WithoutAsync(ServiceDb db, byte[] header, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = Command(db, $"SELECT {string.Join(", ", keys)}, {column} FROM {table} WHERE {column} IS NOT NULL AND SUBSTRING({column}, 1, @length) <> @header");
        Add(command, "@length", header.Length);
        Add(command, "@header", header);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            yield return new SealedValue([.. Enumerable.Range(0, keys.Count).Select(rows.GetValue)], (byte[])rows.GetValue(keys.Count));
        }
    }

    /// <summary>Replaces a value, unless somebody has changed it meanwhile.</summary>
    /// <returns>Whether it was replaced.</returns>
    public async Task<bool> ReplaceAsync(ServiceDb db, SealedValue old, byte[] value, CancellationToken cancellationToken)
    {
        var row = string.Join(" AND ", keys.Select((key, index) => FormattableString.Invariant($"{key} = @key{index}")));
        await using var command = Command(db, $"UPDATE {table} SET {column} = @new WHERE {row} AND {column} = @old");
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        Add(command, "@new", value);
        Add(command, "@old", old.Value);
        for (var i = 0; i < keys.Count; i++)
        {
            Add(command, FormattableString.Invariant($"@key{i}"), old.Key[i]);
        }

        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    // Names come from the model, values are parameters.
    static DbCommand Command(ServiceDb db, string text)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        return command;
    }

    static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
