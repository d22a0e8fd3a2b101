using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Rebuild;

/// <summary>Starts, cancels and remembers rebuilds, one at a time. One that was interrupted by the end of the process goes on by itself.</summary>
/// <param name="ledger">Does the work.</param>
/// <param name="scopes">Gives the database in use.</param>
/// <param name="lifetime">Says when the process serves: a source may be this very process.</param>
/// <param name="time">Clock.</param>
/// <param name="logger">Where progress and faults are told.</param>
sealed partial class RebuildJobs(
    RebuildLedger ledger, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<RebuildJobs> logger) : IHostedService
{
    const int MostRemembered = 100;

    readonly Lock sync = new();
    readonly List<RebuildRun> runs = [];
    Task work = Task.CompletedTask;
    volatile bool stopping;

    /// <summary>The rebuilds of this process, the newest first.</summary>
    public IReadOnlyList<RebuildRun> All
    {
        get
        {
            lock (sync)
            {
                return [.. runs.AsEnumerable().Reverse()];
            }
        }
    }

    /// <summary>Starts a rebuild.</summary>
    /// <param name="actor">Who asks for it.</param>
    /// <exception cref="Refusal">One is running, or the database is not an embedded one.</exception>
    public Wire.Rebuild Start(string actor) =>
        Begin(new RebuildMark(TimeOrderedId.Next(time), actor, time.GetUtcNow()), Files() ?? throw Refusal.Precondition(
            "rebuild.embedded_only", "Cơ sở dữ liệu trên máy chủ SQL được dựng lại theo deploy/runbooks/rebuild-projection.md, không bằng lệnh này."), resumed: false).Show();

    /// <summary>Cancels a rebuild.</summary>
    /// <exception cref="Refusal">There is none of the name, or it has ended.</exception>
    public Wire.Rebuild Cancel(string name)
    {
        var run = Find(name);
        if (run.HasEnded)
        {
            throw Refusal.Precondition("rebuild.ended", $"Lần dựng lại {name} đã kết thúc; chỉ hủy được lần đang chạy.");
        }

        run.Ending.Cancel();
        return run.Show();
    }

    /// <summary>A rebuild by its name.</summary>
    /// <exception cref="Refusal">There is none.</exception>
    public RebuildRun Find(string name) => All.FirstOrDefault(run => run.Show().Name == name)
        ?? throw Refusal.NotFound("rebuild.not_found", $"Không có lần dựng lại \"{name}\" từ khi tiến trình này khởi động.");

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => _ = ResumeAsync());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        stopping = true;
        foreach (var run in All.Where(run => !run.HasEnded))
        {
            await run.Ending.CancelAsync();
        }

        await work.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    async Task ResumeAsync()
    {
        try
        {
            if (Files() is { } files && await RebuildDatabase.InterruptedAsync(files.Rebuilt, lifetime.ApplicationStopping) is ({ } mark, var goesOn))
            {
                Begin(mark, files, resumed: goesOn);
            }
        }
        catch (Exception fault)
        {
            LogFault("resume", fault);
        }
    }

    RebuildRun Begin(RebuildMark mark, (string Live, string Rebuilt) files, bool resumed)
    {
        lock (sync)
        {
            if (stopping || runs.Any(run => !run.HasEnded))
            {
                throw Running();
            }

            DatabaseFile held;
            try
            {
                held = new DatabaseFile(files.Rebuilt);
            }
            catch (InvalidOperationException)
            {
                // Another instance on a shared file.
                throw Running();
            }

            var run = new RebuildRun(mark, resumed, time);
            runs.Add(run);
            runs.RemoveRange(0, Math.Max(0, runs.Count - MostRemembered));
            // The work outlives the call that asked for it, whose deadline would otherwise end the reading of feeds half a minute later.
            using (ExecutionContext.SuppressFlow())
            {
                work = Task.Run(() => RunAsync(run, files, held));
            }

            return run;
        }
    }

    async Task RunAsync(RebuildRun run, (string Live, string Rebuilt) files, DatabaseFile held)
    {
        var (state, reason, detail) = (Wire.RebuildState.Succeeded, "", "");
        try
        {
            LogStarted(run.Show().Name, run.Show().Resumed);
            await ledger.RunAsync(files.Live, files.Rebuilt, run, run.Ending.Token);
        }
        catch (Exception) when (run.Ending.IsCancellationRequested)
        {
            state = Wire.RebuildState.Cancelled;
        }
        catch (Refusal refusal)
        {
            (state, reason, detail) = (Wire.RebuildState.Failed, refusal.Code, refusal.Message);
        }
        catch (Exception fault)
        {
            LogFault(run.Show().Name, fault);
            (state, reason, detail) = (Wire.RebuildState.Failed, "rebuild.fault", "Lỗi bất ngờ; xem nhật ký của tiến trình. Sổ đang dùng không thay đổi.");
        }

        try
        {
            // What the end of the process interrupted goes on at its next start; everything else is over.
            if (!stopping || state != Wire.RebuildState.Cancelled)
            {
                RebuildDatabase.Delete(files.Rebuilt);
            }
        }
        catch (IOException fault)
        {
            // The next one begins by deleting it.
            LogFault(run.Show().Name, fault);
        }

        held.Dispose();
        run.End(state, reason, detail);
        LogEnded(run.Show().Name, state, reason, run.Show().Events, run.Show().EventsPerSecond);
    }

    (string Live, string Rebuilt)? Files()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDb>();
        return db.Database.IsSqlite() ? (RebuildDatabase.FileOf(db), RebuildDatabase.Beside(db)) : null;
    }

    static Refusal Running() => Refusal.Precondition("rebuild.running", "Đang có một lần dựng lại chạy; hãy chờ nó xong hoặc hủy nó trước.");

    [LoggerMessage(Level = LogLevel.Information, Message = "{Rebuild} of the ledger starts (resumed: {Resumed}).")]
    partial void LogStarted(string rebuild, bool resumed);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Rebuild} of the ledger ended: {State} {Reason}; {Events} events, {Rate} a second.")]
    partial void LogEnded(string rebuild, Wire.RebuildState state, string reason, long events, double rate);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Rebuild} of the ledger failed; the ledger in use is unchanged.")]
    partial void LogFault(string rebuild, Exception fault);
}
