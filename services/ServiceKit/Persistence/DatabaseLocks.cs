using Microsoft.Extensions.Hosting;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>One embedded database of this process, and how to lock its file.</summary>
/// <param name="Database">Context type.</param>
/// <param name="Open">Takes the lock.</param>
public sealed record DatabaseLocks(Type Database, Func<DatabaseFile> Open);

/// <summary>Locks the files of all embedded databases before anything opens them, and gives them back last.</summary>
sealed class DatabaseLockService(IEnumerable<DatabaseLocks> locks) : IHostedLifecycleService, IDisposable
{
    readonly List<DatabaseFile> held = [];

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        held.AddRange(locks.Select(one => one.Open()));
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var file in held)
        {
            file.Dispose();
        }

        held.Clear();
    }
}
