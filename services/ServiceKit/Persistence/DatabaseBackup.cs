using AnSinh.ServiceKit.Telemetry;
using Microsoft.Data.Sqlite;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>An embedded database of this process, and how it is copied while a process works on it. A server database is backed up by its
/// server (<c>deploy/runbooks/restore.md</c>).</summary>
/// <param name="Module">Module that the database belongs to; the copy is <c>&lt;module&gt;.db</c>.</param>
/// <param name="Path">File of the database.</param>
public sealed record DatabaseBackup(string Module, string Path)
{
    /// <summary>
    /// Copies the database as it is at one moment, through SQLite's own backup: writers go on meanwhile. The copy is checked and has its
    /// name only when it is whole.
    /// </summary>
    /// <param name="directory">Directory of the copies; made when it is not there.</param>
    /// <returns>Size of the copy in bytes.</returns>
    /// <exception cref="InvalidOperationException">There is no database, the copy exists already, or it is damaged.</exception>
    /// <exception cref="SqliteException">The database cannot be read, or the disk is full.</exception>
    public long CopyTo(string directory)
    {
        var copy = System.IO.Path.Combine(directory, Module + ".db");
        if (!File.Exists(Path))
        {
            throw new InvalidOperationException($"Không có cơ sở dữ liệu {Path}.");
        }

        if (File.Exists(copy))
        {
            throw new InvalidOperationException($"Đã có {copy}; hãy chọn thư mục trống, bản sao cũ không bị ghi đè.");
        }

        Directory.CreateDirectory(directory);
        var partial = copy + ".partial";
        File.Delete(partial);
        try
        {
            Write(partial);
            File.Move(partial, copy);
            return new FileInfo(copy).Length;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    void Write(string partial)
    {
        using var source = Open(Path, SqliteOpenMode.ReadWrite);
        using var target = Open(partial, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
        if (Check(target) != "ok")
        {
            throw new InvalidOperationException($"Bản sao của {Path} bị hỏng và đã được xoá; hãy kiểm tra đĩa.");
        }
    }

    static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        return connection;
    }

    static string? Check(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check";
        return (string?)command.ExecuteScalar();
    }

    internal static SampledGauge SizeOf(string module, string path) => SampledGauge.Of(
        "ansinh.database.size", "By", "Size of an embedded database with its log",
        _ => [SampledGauge.Value(BytesOf(path) + BytesOf(path + "-wal"), ("module", module))]);

    static long BytesOf(string file) => new FileInfo(file) is { Exists: true, Length: var bytes } ? bytes : 0;
}
