namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// Holds an embedded database for this process alone: two processes on one file would each have a write gate, and neither would
/// guard. The lock is the operating system's and ends with the process, however it ends.
/// </summary>
public sealed class DatabaseFile : IDisposable
{
    readonly FileStream lockFile;

    /// <summary>Takes the lock.</summary>
    /// <param name="path">Database file.</param>
    /// <exception cref="InvalidOperationException">Another process has the database open.</exception>
    public DatabaseFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            lockFile = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy)
        {
            throw new InvalidOperationException($"Cơ sở dữ liệu {path} đang được một tiến trình khác mở; hãy dừng tiến trình đó trước.", busy);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => lockFile.Dispose();
}
