using System.ComponentModel;
using System.Runtime.InteropServices;
using Xunit;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>A small file system in memory, that can be filled up and emptied again.</summary>
sealed partial class SmallDisk : IDisposable
{
    const long Bytes = 512L * 1024 * 1024;
    const string Ballast = "ballast";
    string? path;

    /// <summary>Why no file system can be mounted here; null when one can.</summary>
    public static string? WhyNot { get; } = Probe();

    /// <summary>Mounts it.</summary>
    /// <exception cref="Win32Exception">It cannot be mounted.</exception>
    public void Mount(string folder)
    {
        Directory.CreateDirectory(folder);
        if (Mount("tmpfs", folder, "tmpfs", 0, FormattableString.Invariant($"size={Bytes}")) != 0)
        {
            throw new Win32Exception();
        }

        path = folder;
    }

    /// <summary>Path of a file on it.</summary>
    public string File(string name) => Path.Combine(path ?? throw new InvalidOperationException("Nothing is mounted."), name);

    /// <summary>Fills it to the last page.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(File(Ballast), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in (int[])[1 << 20, 1 << 12])
        {
            var block = new byte[size];
            try
            {
                while (true)
                {
                    ballast.Write(block);
                }
            }
            catch (IOException)
            {
                // Full.
            }
        }
    }

    /// <summary>Makes room again.</summary>
    public void Free() => System.IO.File.Delete(File(Ballast));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (path is not null)
        {
            _ = Unmount(path, Detach);
            path = null;
        }
    }

    static string? Probe()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "Mounting a small file system needs root on Linux.";
        }

        var folder = Directory.CreateTempSubdirectory("ansinh-mount-").FullName;
        try
        {
            using var disk = new SmallDisk();
            disk.Mount(folder);
            return null;
        }
        catch (Win32Exception refused)
        {
            return $"No file system can be mounted here: {refused.Message}.";
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    // MNT_DETACH: also while a process that is about to end has a file open.
    const int Detach = 2;

    [LibraryImport("libc", EntryPoint = "mount", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Mount(string source, string target, string type, ulong flags, string data);

    [LibraryImport("libc", EntryPoint = "umount2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Unmount(string target, int flags);
}

/// <summary>A test that needs a file system of its own.</summary>
sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.WhyNot;
}
