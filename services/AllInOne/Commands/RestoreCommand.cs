using System.CommandLine;
using System.Globalization;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.AllInOne.Commands;

/// <summary><c>restore</c>: makes a new data directory from a set of copies, after checking that the copies belong together.</summary>
static class RestoreCommand
{
    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = "Directory of the copies.", Required = true };
        var keys = new Option<string>("--keys-from") { Description = "Directory of the secret keys.", Required = true };
        var data = new Option<string>("--data") { Description = "New data directory; must not hold databases.", Required = true };
        var command = new Command("restore", "Makes a new data directory from copies.") { from, keys, data };
        command.SetAction(parsed => ServerOptions.GuardAsync(() =>
        {
            var into = Path.GetFullPath(parsed.GetValue(data)!);
            var restored = Make(parsed.GetValue(from)!, parsed.GetValue(keys)!, into);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"Đã khôi phục {restored} cơ sở dữ liệu vào {into}. Khởi động: --data {parsed.GetValue(data)}"));
            return Task.FromResult(0);
        }));
        return command;
    }

    /// <summary>Makes the directory.</summary>
    /// <returns>How many databases it holds.</returns>
    /// <exception cref="InvalidOperationException">The copies contradict one another, keys are missing, or the directory holds databases.</exception>
    public static int Make(string from, string keysFrom, string data)
    {
        var set = new BackupSet(from);
        var contradictions = set.Contradictions();
        if (contradictions.Count > 0)
        {
            const string Advice = "Các bản sao không cùng một thời điểm; hãy dùng một bộ do lệnh backup tạo ra.";
            throw new InvalidOperationException(string.Join('\n', [.. contradictions, Advice]));
        }

        var keys = Directory.Exists(keysFrom) ? Directory.GetFiles(keysFrom, "*.json") : [];
        if (keys.Length == 0)
        {
            throw new InvalidOperationException($"Thư mục {keysFrom} không có khoá nào (*.json); thiếu khoá thì không đọc được bản sao.");
        }

        if (Directory.Exists(data) && Directory.GetFiles(data, "*.db").Length > 0)
        {
            throw new InvalidOperationException(
                $"Thư mục {Path.GetFullPath(data)} đã có cơ sở dữ liệu; hãy chọn thư mục mới, dữ liệu cũ không bị ghi đè.");
        }

        var paths = new HostPaths(data);
        foreach (var file in set.Files)
        {
            File.Copy(file, Path.Combine(paths.DataDirectory, Path.GetFileName(file)));
        }

        foreach (var key in keys)
        {
            File.Copy(key, Path.Combine(paths.KeysDirectory, Path.GetFileName(key)));
        }

        return set.Files.Count;
    }
}
