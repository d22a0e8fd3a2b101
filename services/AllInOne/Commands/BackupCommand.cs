using System.CommandLine;
using System.Globalization;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Data.Sqlite;

namespace AnSinh.AllInOne.Commands;

/// <summary><c>backup</c>: copies all databases of a data directory, while the platform runs or not, as a set that can be restored.</summary>
static class BackupCommand
{
    const int Attempts = 3;

    public static Command Create()
    {
        var data = HostOptions.Data();
        var to = new Option<string>("--to") { Description = "New or empty directory of the copies.", Required = true };
        var keys = new Option<string?>("--keys-to")
        {
            Description = "Directory for a copy of the secret keys; without it they are not copied. Keep them apart from the databases.",
        };
        var command = new Command("backup", "Copies all databases, while the platform runs.") { data, to, keys };
        command.SetAction((parsed, _) => ServerOptions.GuardAsync(() => RunAsync(parsed.GetValue(data)!, parsed.GetValue(to)!, parsed.GetValue(keys))));
        return command;
    }

    /// <summary>Copies the databases and, where a directory is named for them, the keys.</summary>
    /// <exception cref="InvalidOperationException">There is nothing to copy, the copies cannot be written, or they contradict one another.</exception>
    public static async Task<int> RunAsync(string data, string to, string? keysTo)
    {
        if (!Directory.Exists(data) || Directory.GetFiles(data, "*.db").Length == 0)
        {
            throw new InvalidOperationException($"Thư mục {Path.GetFullPath(data)} không có cơ sở dữ liệu nào (*.db).");
        }

        var databases = await DatabasesAsync(data);
        try
        {
            CopyUntilConsistent(databases, to);
        }
        catch (SqliteException fault)
        {
            throw new InvalidOperationException($"Không sao lưu được: {fault.Message}.", fault);
        }

        if (keysTo is not null)
        {
            CopyKeys(Path.Combine(data, "keys"), keysTo);
        }

        var size = new DirectoryInfo(to).GetFiles("*.db").Sum(file => file.Length);
        Console.WriteLine(string.Create(
            CultureInfo.GetCultureInfo("vi-VN"), $"Đã sao lưu {databases.Count} cơ sở dữ liệu vào {Path.GetFullPath(to)}: {size:N0} byte."));
        Console.WriteLine(keysTo is null
            ? "Khoá bí mật không nằm trong bản sao; thiếu khoá thì không đọc được bản sao. Hãy cất riêng thư mục keys (--keys-to)."
            : $"Khoá bí mật ở {Path.GetFullPath(keysTo)}; hãy cất riêng, không để cùng chỗ với cơ sở dữ liệu.");
        return 0;
    }

    /// <summary>Reporting, added last, comes first: it follows the others, and what it has booked must be in their copies.</summary>
    static async Task<List<DatabaseBackup>> DatabasesAsync(string data)
    {
        await using var app = PlatformHost.Build(new HostSettings(data, 0, 0));
        return [.. app.Services.GetServices<DatabaseBackup>().Reverse()];
    }

    // Administrative units flow the other way, from reporting to the others: while they are imported, a set may contradict itself.
    static void CopyUntilConsistent(List<DatabaseBackup> databases, string to)
    {
        for (var attempt = 1; ; attempt++)
        {
            foreach (var database in databases)
            {
                database.CopyTo(to);
            }

            var contradictions = new BackupSet(to).Contradictions();
            if (contradictions.Count == 0)
            {
                return;
            }

            foreach (var database in databases)
            {
                File.Delete(Path.Combine(to, database.Module + ".db"));
            }

            if (attempt == Attempts)
            {
                throw new InvalidOperationException($"{contradictions[0]} Có lẽ đang nhập đơn vị hành chính; hãy sao lưu lại khi đã nhập xong.");
            }
        }
    }

    static void CopyKeys(string from, string to)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(to);
        }
        else
        {
            Directory.CreateDirectory(to, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        foreach (var file in Directory.GetFiles(from))
        {
            // Copies take the mode of their original: readable by the owner only.
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
