namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// Holds an embedded database for this process alone: two processes on one file would each have a write gate, and neither would
/// guard. Processes that were told to share it (<see cref="DatabaseSharing"/>) hold it together, and keep out whoever wants it alone.
/// The lock is the operating system's and ends with the process, however it ends.
/// </summary>
public sealed class DatabaseFile : IDisposable
{
    readonly FileStream lockFile;

    /// <summary>Takes the lock.</summary>
    /// <param name="path">Database file.</param>
    /// <param name="shared">Whether other processes that share it too are let in.</param>
    /// <exception cref="InvalidOperationException">Another process has the database open, and one of the two wants it alone.</exception>
    public DatabaseFile(string path, bool shared = false)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            // On Unix the sharing is an advisory lock: exclusive for none, shared for all else.
            lockFile = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, shared ? FileShare.ReadWrite : FileShare.None);
        }
        catch (IOException busy)
        {
            throw new InvalidOperationException(
                shared
                    ? $"Cơ sở dữ liệu {path} đang được một tiến trình khác mở riêng (không có Database:Shared=true); hãy dừng tiến trình đó trước."
                    : $"Cơ sở dữ liệu {path} đang được một tiến trình khác mở; hãy dừng tiến trình đó trước.",
                busy);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => lockFile.Dispose();
}
