using System.Security.Cryptography;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AnSinh.ServiceKit.Identity;

/// <summary>
/// Encrypts again, under the current key, what stands under an older one, so that the older one can leave the key file: once after the start, while the
/// service serves, in small transactions. Nothing is done while the file holds a single key. Stopped or killed, the next start goes on; several
/// instances at once disturb one another as little as they disturb commands, since a value is replaced only while it is still the one that was read.
/// </summary>
public sealed partial class FieldRotation<TDb>(
    IServiceScopeFactory scopes, WriteGate<TDb> gate, ServiceSource<TDb> source, IHostApplicationLifetime lifetime, TimeProvider time,
    ILogger<FieldRotation<TDb>> logger) : BackgroundService
    where TDb : ServiceDb
{
    // Some milliseconds of the write gate.
    const int BatchSize = 200;
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Encrypts everything that stands under an older key.</summary>
    /// <param name="cancellationToken">Stops between batches; what was encrypted again stays.</param>
    /// <returns>How many values were encrypted again.</returns>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var columns = SealedColumn.Of(db);
        if (columns.Count == 0 || scope.ServiceProvider.GetRequiredService<FieldCipher>() is not { HasOlderKeys: true } cipher)
        {
            return 0;
        }

        var done = 0L;
        foreach (var column in columns)
        {
            var unreadable = 0L;
            await foreach (var batch in column.WithoutAsync(db, cipher.Header, cancellationToken).Chunk(BatchSize).WithCancellation(cancellationToken))
            {
                var again = batch.Select(old => (Old: old, New: Again(cipher, old.Value))).ToList();
                unreadable += again.Count(one => one.New is null);
                done += await WriteAsync(column, again, cancellationToken);
            }

            if (unreadable > 0)
            {
                LogUnreadable(source.Name, unreadable, column.Name);
            }
        }

        LogDone(source.Name, cipher.CurrentKey, done);
        return done;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await BackgroundWork.ListeningAsync(lifetime, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
                return;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(source.Name, fault);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    async Task<int> WriteAsync(SealedColumn column, IReadOnlyList<(SealedValue Old, byte[]? New)> batch, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async token =>
        {
            using var entry = await gate.EnterAsync(token);
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            var replaced = 0;
            foreach (var (old, again) in batch)
            {
                replaced += again is not null && await column.ReplaceAsync(db, old, again, token) ? 1 : 0;
            }

            await transaction.CommitAsync(CancellationToken.None);
            return replaced;
        }, cancellationToken);
    }

    static byte[]? Again(FieldCipher cipher, byte[] value)
    {
        try
        {
            return cipher.Encrypt(cipher.Decrypt(value));
        }
        catch (CryptographicException)
        {
            // It stays as it is: somebody may still have its key.
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Every readable encrypted value of {Source} stands under key {Key}; {Count} were encrypted again.")]
    partial void LogDone(string source, string key, long count);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} values of {Source} in {Column} cannot be read: they were changed, or their key is not in the key file.")]
    partial void LogUnreadable(string source, long count, string column);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Encrypted values of {Source} cannot be encrypted again now; it will be tried again in a minute.")]
    partial void LogFault(string source, Exception fault);
}
