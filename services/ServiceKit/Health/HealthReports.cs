using AnSinh.ServiceKit.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AnSinh.ServiceKit.Health;

/// <summary>
/// The state of the process and of each module, from ASP.NET health checks tagged <c>ready</c>. A check tagged with a module's name too
/// counts for that module; one without counts for all. However many ask, the checks run at most once in half an interval.
/// </summary>
/// <param name="checks">Runs the checks.</param>
/// <param name="modules">What runs in this process.</param>
/// <param name="draining">Whether the process is stopping: then nothing is ready.</param>
/// <param name="configuration">Holds <c>Hosting:HealthIntervalSeconds</c>.</param>
/// <param name="time">Clock.</param>
public sealed class HealthReports(
    HealthCheckService checks, HostedModules modules, Draining draining, IConfiguration configuration, TimeProvider time) : IDisposable
{
    /// <summary>Tag of the checks that decide on readiness.</summary>
    public const string ReadyTag = "ready";

    static readonly TimeSpan limit = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim gate = new(1, 1);
    HealthReport? latest;
    long takenAt;

    /// <summary>How often watchers look (<c>Hosting:HealthIntervalSeconds</c>, 5).</summary>
    public TimeSpan Interval { get; } = TimeSpan.FromSeconds(configuration.GetValue("Hosting:HealthIntervalSeconds", 5.0));

    /// <summary>Whether a module can be called: not draining, and none of its checks is unhealthy. Degraded still can.</summary>
    /// <param name="module">Name of the module, or null for the process as a whole.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<bool> IsReadyAsync(string? module, CancellationToken cancellationToken)
    {
        var report = await CurrentAsync(cancellationToken);
        return !draining.Begun && report.Entries.Values.All(entry => entry.Status != HealthStatus.Unhealthy || !Concerns(entry, module));
    }

    /// <summary>The latest results of the checks that decide on readiness.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<HealthReport> CurrentAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (latest is null || time.GetElapsedTime(takenAt) > Interval / 2)
            {
                latest = await RunAsync();
                takenAt = time.GetTimestamp();
            }

            return latest;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => gate.Dispose();

    // Not the asker's token: the result is for all who ask.
    async Task<HealthReport> RunAsync()
    {
        using var timeout = new CancellationTokenSource(limit, time);
        try
        {
            return await checks.CheckHealthAsync(check => check.Tags.Contains(ReadyTag), timeout.Token);
        }
        catch (OperationCanceledException)
        {
            var entry = new HealthReportEntry(HealthStatus.Unhealthy, "The checks did not end in time.", limit, null, null, [ReadyTag]);
            return new HealthReport(new Dictionary<string, HealthReportEntry> { ["checks"] = entry }, limit);
        }
    }

    bool Concerns(HealthReportEntry entry, string? module) =>
        module is null || entry.Tags.Contains(module) || !entry.Tags.Any(modules.Names.Contains);
}
