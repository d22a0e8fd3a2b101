using System.Runtime.InteropServices;

namespace AnSinh.Reporting.Ledger.Sqlite;

/// <summary>The functions of SQLite that are called for every row, from the library that the SQLite package brings along.</summary>
static class SqliteNative
{
    const string Library = "e_sqlite3";

    /// <summary>SQLITE_TRANSIENT: SQLite keeps its own copy of what is bound.</summary>
    public const nint Copied = -1;

    /// <summary>SQLITE_STATIC: what is bound stays where it is until it is bound anew or the statement is gone.</summary>
    public const nint Kept = 0;

    // Binding and reading take nanoseconds and never wait, so the switch of GC mode would cost more than the call.
    [DllImport(Library, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    public static extern int BindInt64(nint statement, int index, long value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_text")]
    public static extern int BindText(nint statement, int index, in byte first, int length, nint destructor);

    [DllImport(Library, EntryPoint = "sqlite3_bind_text"), SuppressGCTransition]
    public static extern int BindText(nint statement, int index, nint first, int length, nint destructor);

    [DllImport(Library, EntryPoint = "sqlite3_bind_blob"), SuppressGCTransition]
    public static extern int BindBlob(nint statement, int index, nint first, int length, nint destructor);

    [DllImport(Library, EntryPoint = "sqlite3_bind_null"), SuppressGCTransition]
    public static extern int BindNull(nint statement, int index);

    [DllImport(Library, EntryPoint = "sqlite3_step")]
    public static extern int Step(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_reset")]
    public static extern int Reset(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    public static extern long ColumnInt64(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_blob"), SuppressGCTransition]
    public static extern nint ColumnBlob(nint statement, int column);

    // Of the value of a column: unlike the functions above, these do not lock the connection at each call; only one thread may use it.
    [DllImport(Library, EntryPoint = "sqlite3_column_value"), SuppressGCTransition]
    public static extern nint ColumnValue(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_value_type"), SuppressGCTransition]
    public static extern int ValueType(nint value);

    [DllImport(Library, EntryPoint = "sqlite3_value_int64"), SuppressGCTransition]
    public static extern long ValueInt64(nint value);

    [DllImport(Library, EntryPoint = "sqlite3_value_blob"), SuppressGCTransition]
    public static extern nint ValueBlob(nint value);

    [DllImport(Library, EntryPoint = "sqlite3_value_bytes"), SuppressGCTransition]
    public static extern int ValueBytes(nint value);
}
