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
    // Keys and codes are bound by the million: each parameter has 16 bytes of memory here, so that SQLite need not allocate its own.
    const int Slot = 16;

    readonly sqlite3 database;
    readonly sqlite3_stmt statement;
    readonly nint handle;
    // Rows that are written one after the other share much, and a call that locks the connection costs more than a look.
    readonly Bound[] bound;
    nint slots;

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
        bound = new Bound[raw.sqlite3_bind_parameter_count(statement) + 1];
    }

    public void Bind(int index, long value)
    {
        if (IsNews(index, new Bound(Kind.Number, value, 0, 0)))
        {
            Check(SqliteNative.BindInt64(handle, index, value));
        }
    }

    public void Bind(int index, string value)
    {
        Span<byte> bytes = stackalloc byte[Math.Max(Slot, Encoding.UTF8.GetMaxByteCount(value.Length))];
        var length = Encoding.UTF8.GetBytes(value, bytes);
        if (length <= Slot)
        {
            Bind(index, Kind.Text, bytes[..Slot], length);
            return;
        }

        bound[index] = new Bound(Kind.LongText, 0, 0, length);
        Check(SqliteNative.BindText(handle, index, in MemoryMarshal.GetReference(bytes), length, SqliteNative.Copied));
    }

    /// <summary>Binds an area code that is given as a number, see <see cref="AreaLetters"/>.</summary>
    public void BindArea(int index, ulong area)
    {
        Span<byte> bytes = stackalloc byte[Slot];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, area);
        Bind(index, Kind.Text, bytes, AreaLetters.LengthOf(area));
    }

    public void Bind(int index, Guid value)
    {
        Span<byte> bytes = stackalloc byte[Slot];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        Bind(index, Kind.Key, bytes, Slot);
    }

    public void Bind(int index, UInt128 value)
    {
        Span<byte> bytes = stackalloc byte[Slot];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        Bind(index, Kind.Key, bytes, Slot);
    }

    public void Bind(int index, Guid? value)
    {
        if (value is { } known)
        {
            Bind(index, known);
        }
        else if (IsNews(index, default))
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

    public void Dispose()
    {
        statement.Dispose();
        Marshal.FreeHGlobal(slots);
        slots = 0;
    }

    void Bind(int index, Kind kind, ReadOnlySpan<byte> bytes, int length)
    {
        var news = new Bound(kind, BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[sizeof(long)..]), length);
        if (!IsNews(index, news))
        {
            return;
        }

        if (slots == 0)
        {
            slots = Marshal.AllocHGlobal(Slot * bound.Length);
        }

        var slot = slots + Slot * index;
        Marshal.WriteInt64(slot, news.First);
        Marshal.WriteInt64(slot, sizeof(long), news.Second);
        Check(kind == Kind.Text
            ? SqliteNative.BindText(handle, index, slot, length, SqliteNative.Kept)
            : SqliteNative.BindBlob(handle, index, slot, length, SqliteNative.Kept));
    }

    bool IsNews(int index, in Bound news)
    {
        if (bound[index] == news)
        {
            return false;
        }

        bound[index] = news;
        return true;
    }

    void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Fault(code);
        }
    }

    SqliteException Fault(int code) => new(raw.sqlite3_errmsg(database).utf8_to_string(), code, raw.sqlite3_extended_errcode(database));

    enum Kind : byte
    {
        Nothing,
        Number,
        Text,
        LongText,
        Key,
    }

    // The first 16 bytes, as two numbers.
    readonly record struct Bound(Kind Kind, long First, long Second, int Length);
}
