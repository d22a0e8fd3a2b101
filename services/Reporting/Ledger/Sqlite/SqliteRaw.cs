using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AnSinh.Reporting.Ledger.Sqlite;

/// <summary>
/// A prepared statement on SQLite's own interface. Through ADO.NET each of a run's thousands of small statements costs several
/// microseconds of objects, and each value of a scan a tenth of one in handle counting; here neither does.
/// </summary>
sealed class SqliteRaw : IDisposable
{
    readonly sqlite3 database;
    readonly sqlite3_stmt statement;
    readonly nint handle;

    /// <summary>Prepares a statement; it lives no longer than the connection is open.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="sql">One statement.</param>
    public SqliteRaw(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        var code = raw.sqlite3_prepare_v2(database, sql, out statement);
        if (code != raw.SQLITE_OK)
        {
            throw Fault(code);
        }

        handle = statement.DangerousGetHandle();
    }

    public void Bind(int index, long value) => Check(SqliteNative.BindInt64(handle, index, value));

    public void Bind(int index, string value)
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(value.Length)];
        var length = Encoding.UTF8.GetBytes(value, bytes);
        Check(SqliteNative.BindText(handle, index, in MemoryMarshal.GetReference(bytes), length, SqliteNative.Copied));
    }

    public void Bind(int index, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        Check(SqliteNative.BindBlob(handle, index, in MemoryMarshal.GetReference(bytes), 16, SqliteNative.Copied));
    }

    public void Bind(int index, Guid? value)
    {
        if (value is { } known)
        {
            Bind(index, known);
        }
        else
        {
            Check(SqliteNative.BindNull(handle, index));
        }
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False when there is none; the statement is then ready to be bound again.</returns>
    public bool Step()
    {
        var code = SqliteNative.Step(handle);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        Reset();
        return code == raw.SQLITE_DONE ? false : throw Fault(code);
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    /// <returns>Rows changed.</returns>
    public int Run()
    {
        Step();
        return raw.sqlite3_changes(database);
    }

    public void Reset() => _ = SqliteNative.Reset(handle);

    public long Int64(int column) => SqliteNative.ColumnInt64(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    /// <summary>A key of 16 bytes, the first the highest, as a number: what scans compare without making a UUID of it.</summary>
    public UInt128 Key(int column)
    {
        var bytes = SqliteNative.ColumnBlob(handle, column);
        return new UInt128(
            (ulong)BinaryPrimitives.ReverseEndianness(Marshal.ReadInt64(bytes)), (ulong)BinaryPrimitives.ReverseEndianness(Marshal.ReadInt64(bytes, 8)));
    }

    /// <summary>The same, or null where the column is.</summary>
    public UInt128? KeyOrNull(int column) => SqliteNative.ColumnBlob(handle, column) == 0 ? null : Key(column);

    /// <summary>A short text as one number; see <see cref="AreaNumbers.Packed(string)"/>.</summary>
    public long Packed(int column)
    {
        var letters = SqliteNative.ColumnBlob(handle, column);
        var packed = 0L;
        for (var (i, length) = (0, SqliteNative.ColumnBytes(handle, column)); i < length; i++)
        {
            packed = AreaNumbers.Packed(packed, Marshal.ReadByte(letters, i));
        }

        return packed;
    }

    public void Dispose() => statement.Dispose();

    void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Fault(code);
        }
    }

    SqliteException Fault(int code) => new(raw.sqlite3_errmsg(database).utf8_to_string(), code, raw.sqlite3_extended_errcode(database));
}
