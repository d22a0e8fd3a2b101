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

    /// <summary>Binds an area code as its letters stand in a <see cref="CellKey"/>.</summary>
    public void BindArea(int index, ulong area)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, area);
        Check(SqliteNative.BindText(handle, index, in MemoryMarshal.GetReference(bytes), CellKey.LengthOf(area), SqliteNative.Copied));
    }

    public void Bind(int index, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        Check(SqliteNative.BindBlob(handle, index, in MemoryMarshal.GetReference(bytes), 16, SqliteNative.Copied));
    }

    public void Bind(int index, UInt128 value)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
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

    /// <summary>Whatever stands in a column; it lasts until the next step.</summary>
    public SqliteValue Value(int column) => new(SqliteNative.ColumnValue(handle, column));

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    /// <summary>A key of 16 bytes, the first the highest, as a number: what scans compare without making a UUID of it.</summary>
    public UInt128 Key(int column) => SqliteValue.KeyAt(SqliteNative.ColumnBlob(handle, column));

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
