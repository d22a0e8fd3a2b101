using System.Collections.Concurrent;
using System.Data;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>A table as the EF model maps it, prepared for writing many rows.</summary>
sealed class BulkTable
{
    static readonly ConcurrentDictionary<(IModel, Type), BulkTable> Tables = new();

    BulkTable(IEntityType entity)
    {
        Name = entity.GetTableName()!;
        Columns = [.. entity.GetProperties().Select(property => new BulkColumn(entity.ClrType, property))];
        InsertStatement = $"INSERT INTO \"{Name}\" ({string.Join(", ", Columns.Select(column => $"\"{column.Name}\""))}) VALUES ("
            + string.Join(", ", Columns.Select((_, index) => $"@p{index}")) + ")";
    }

    public string Name { get; }

    public BulkColumn[] Columns { get; }

    public string InsertStatement { get; }

    public static BulkTable Of<TEntity>(IModel model) => Tables.GetOrAdd((model, typeof(TEntity)), key => new BulkTable(
        key.Item1.FindEntityType(key.Item2) ?? throw new ArgumentException($"{key.Item2} is not mapped.", nameof(model))));

    public DataTable ToDataTable<TEntity>(IEnumerable<TEntity> rows)
        where TEntity : class
    {
        var data = new DataTable();
        foreach (var column in Columns)
        {
            data.Columns.Add(column.Name, column.StoredType);
        }

        foreach (var row in rows)
        {
            data.Rows.Add([.. Columns.Select(column => column.Value(row) ?? DBNull.Value)]);
        }

        return data;
    }
}

/// <summary>A column: its name, and the stored value of a row by a compiled getter and the model's conversion.</summary>
sealed class BulkColumn
{
    readonly Func<object, object?> get;
    readonly Func<object?, object?>? convert;

    public BulkColumn(Type entity, IProperty property)
    {
        Name = property.GetColumnName();
        var row = Expression.Parameter(typeof(object));
        var read = Expression.Property(Expression.Convert(row, entity), property.PropertyInfo!);
        get = Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), row).Compile();
        var converter = property.GetTypeMapping().Converter;
        convert = converter is null ? null : converter.ConvertToProvider;
        Bind = SqliteBinding.Of(entity, property, converter, Value);
        var stored = converter?.ProviderClrType ?? property.ClrType;
        StoredType = Nullable.GetUnderlyingType(stored) ?? stored;
        if (StoredType.IsEnum)
        {
            StoredType = Enum.GetUnderlyingType(StoredType);
        }
    }

    public string Name { get; }

    public Type StoredType { get; }

    public SqliteBind Bind { get; }

    public object? Value(object row) => get(row) is not { } value ? null : convert is null ? value : convert(value);
}
