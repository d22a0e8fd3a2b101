using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// A gate between the processes of one machine that share an embedded database. Two file locks in a row make it fair: whoever waits holds
/// the place of the next one, and who has just left must queue for that place. SQLite's own busy handler is not fair: it polls with
/// growing pauses, and a process at load leaves no gap that the other one's poll would meet. The locks are the operating system's and end
/// with a process that is killed.
/// </summary>
/// <param name="path">Database file; the locks lie beside it.</param>
sealed class MachineGate(string path) : IDisposable
{
    const int Exclusive = 2;
    const int AtOnce = 4;
    const int Unlock = 8;
    const int WouldBlock = 11;
    const int WouldBlockOnMac = 35;

    // Asked again every millisecond: a transaction takes about one, and a blocking wait would hold a thread that cannot be cancelled.
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);

    SafeFileHandle? next;
    SafeFileHandle? inside;

    /// <summary>Waits for the gate; one caller of this process at a time.</summary>
    public async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        next ??= await OpenAsync(path + ".next", cancellationToken);
        inside ??= await OpenAsync(path + ".gate", cancellationToken);
        await LockAsync(next, cancellationToken);
        try
        {
            await LockAsync(inside, cancellationToken);
        }
        finally
        {
            Release(next);
        }
    }

    /// <summary>Leaves the gate.</summary>
    public void Leave() => Release(inside!);

    /// <inheritdoc/>
    public void Dispose()
    {
        next?.Dispose();
        inside?.Dispose();
    }

    // Opening a file in .NET tries a lock of its own: it fails while somebody is inside, and is given back at once otherwise.
    static async ValueTask<SafeFileHandle> OpenAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        while (true)
        {
            try
            {
                var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
                Release(file);
                return file;
            }
            catch (IOException busy) when (busy.GetType() == typeof(IOException))
            {
                await Task.Delay(Look, TimeProvider.System, cancellationToken);
            }
        }
    }

    static async ValueTask LockAsync(SafeFileHandle file, CancellationToken cancellationToken)
    {
        while (Call(file, Exclusive | AtOnce) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error is not (WouldBlock or WouldBlockOnMac))
            {
                throw new Win32Exception(error);
            }

            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
    }

    static void Release(SafeFileHandle file) => _ = Call(file, Unlock);

    [DllImport("libc", EntryPoint = "flock", SetLastError = true)]
    static extern int Call(SafeFileHandle file, int operation);
}
