using System.Buffers;
using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SQLitePCL;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>Binds the value of one property of a row to a parameter; answers SQLite's result code.</summary>
delegate int SqliteBind(sqlite3_stmt statement, int index, object row);

/// <summary>
/// How a property is bound without boxing: the types that the kit stores in formats of its own (<see cref="StoredFormats"/>) and numbers,
/// texts and bytes as they are. Anything else goes through the model's converter.
/// </summary>
static class SqliteBinding
{
    delegate int Bind<T>(sqlite3_stmt statement, int index, T value);

    /// <summary>The binding of a property.</summary>
    /// <param name="entity">Type of the row.</param>
    /// <param name="property">Property.</param>
    /// <param name="converter">The model's converter; null when there is none.</param>
    /// <param name="stored">Value as the model stores it, for other types.</param>
    public static SqliteBind Of(Type entity, IProperty property, ValueConverter? converter, Func<object, object?> stored)
    {
        var type = property.ClrType;
        return converter switch
        {
            StoredFormats.GuidBytes => For<Guid>(entity, property, BindGuid),
            StoredFormats.UtcTicks => For<DateTimeOffset>(entity, property, (statement, index, value) => raw.sqlite3_bind_int64(statement, index, value.UtcTicks)),
            StoredFormats.DayNumber => For<DateOnly>(entity, property, (statement, index, value) => raw.sqlite3_bind_int(statement, index, StoredFormats.ToNumber(value))),
            not null when type.IsEnum && converter.ProviderClrType == typeof(int) => ForEnum(entity, property),
            not null => (statement, index, row) => BindStored(statement, index, stored(row)),
            null when type == typeof(string) => ForReference<string>(entity, property, BindText),
            null when type == typeof(byte[]) => ForReference<byte[]>(entity, property, BindBytes),
            null when type == typeof(int) || type == typeof(int?) => For<int>(entity, property, raw.sqlite3_bind_int),
            null when type == typeof(long) || type == typeof(long?) => For<long>(entity, property, raw.sqlite3_bind_int64),
            _ => (statement, index, row) => BindStored(statement, index, stored(row)),
        };
    }

    static SqliteBind For<T>(Type entity, IProperty property, Bind<T> bind)
        where T : struct
    {
        if (property.ClrType == typeof(T))
        {
            var get = Getter<T>(entity, property);
            return (statement, index, row) => bind(statement, index, get(row));
        }

        var find = Getter<T?>(entity, property);
        return (statement, index, row) => find(row) is { } value ? bind(statement, index, value) : raw.sqlite3_bind_null(statement, index);
    }

    static SqliteBind ForReference<T>(Type entity, IProperty property, Bind<T> bind)
        where T : class
    {
        var find = Getter<T?>(entity, property);
        return (statement, index, row) => find(row) is { } value ? bind(statement, index, value) : raw.sqlite3_bind_null(statement, index);
    }

    static SqliteBind ForEnum(Type entity, IProperty property)
    {
        var get = Getter<int>(entity, property);
        return (statement, index, row) => raw.sqlite3_bind_int(statement, index, get(row));
    }

    static Func<object, T> Getter<T>(Type entity, IProperty property)
    {
        var row = Expression.Parameter(typeof(object));
        Expression value = Expression.Property(Expression.Convert(row, entity), property.PropertyInfo!);
        value = value.Type == typeof(T) ? value : Expression.Convert(value, typeof(T));
        return Expression.Lambda<Func<object, T>>(value, row).Compile();
    }

    static int BindStored(sqlite3_stmt statement, int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        string text => BindText(statement, index, text),
        byte[] bytes => BindBytes(statement, index, bytes),
        double number => raw.sqlite3_bind_double(statement, index, number),
        bool or byte or short or int or long => raw.sqlite3_bind_int64(statement, index, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"A bulk insert cannot store {value.GetType()}."),
    };

    static int BindGuid(sqlite3_stmt statement, int index, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return raw.sqlite3_bind_blob(statement, index, bytes);
    }

    // An empty span would be bound as NULL.
    static int BindBytes(sqlite3_stmt statement, int index, byte[] value) =>
        value.Length == 0 ? raw.sqlite3_bind_zeroblob(statement, index, 0) : raw.sqlite3_bind_blob(statement, index, value);

    // SQLite copies what it is given, so the buffer may go back at once.
    static int BindText(sqlite3_stmt statement, int index, string value)
    {
        if (value.Length == 0)
        {
            return raw.sqlite3_bind_text(statement, index, "");
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        try
        {
            return raw.sqlite3_bind_text(statement, index, buffer.AsSpan(0, Encoding.UTF8.GetBytes(value, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
