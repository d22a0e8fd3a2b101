using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace AnSinh.Platform.Tests.Processes;

/// <summary>The all-in-one as a user starts it: a process of its own, ended by its id.</summary>
public sealed partial class PlatformProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly Process process;
    readonly Channel<string> lines = System.Threading.Channels.Channel.CreateUnbounded<string>();
    readonly List<string> seen = [];
    int streamsOpen = 2;

    PlatformProcess(Process process) => this.process = process;

    /// <summary>gRPC address; known once the process listens.</summary>
    public string Grpc { get; private set; } = "";

    /// <summary>Web address; known once the process listens.</summary>
    public string Web { get; private set; } = "";

    /// <summary>Everything that the process has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (seen)
            {
                return string.Join('\n', seen);
            }
        }
    }

    /// <summary>Starts the all-in-one on free ports.</summary>
    /// <param name="data">Data directory.</param>
    /// <param name="arguments">Verb and options before <c>--data</c> and <c>--port</c>.</param>
    public static PlatformProcess Start(string data, params string[] arguments) => StartOn(0, data, arguments);

    /// <summary>Starts the all-in-one on a port.</summary>
    /// <param name="port">gRPC port; 0 for free ports.</param>
    /// <param name="data">Data directory.</param>
    /// <param name="arguments">Verb and options before <c>--data</c> and <c>--port</c>.</param>
    public static PlatformProcess StartOn(int port, string data, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "AnSinh.AllInOne.dll"));
        foreach (var argument in (string[])[.. arguments, "--data", data, "--port", port.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        var running = new PlatformProcess(new Process { StartInfo = start });
        running.process.OutputDataReceived += (_, line) => running.Take(line.Data);
        running.process.ErrorDataReceived += (_, line) => running.Take(line.Data);
        running.process.Start();
        running.process.BeginOutputReadLine();
        running.process.BeginErrorReadLine();
        return running;
    }

    /// <summary>Waits until the process listens.</summary>
    public async Task<PlatformProcess> ListeningAsync()
    {
        await WaitForAsync(line => line.Contains("/healthz/ready", StringComparison.Ordinal));
        return this;
    }

    /// <summary>Waits for a line of the output; two minutes unless told otherwise.</summary>
    public async Task<string> WaitForAsync(Func<string, bool> wanted, TimeSpan? within = null)
    {
        using var patience = new CancellationTokenSource(within ?? Patience);
        try
        {
            await foreach (var line in lines.Reader.ReadAllAsync(patience.Token))
            {
                if (wanted(line))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The line did not come. Output so far:\n{Output}");
        }

        throw new InvalidOperationException($"The process ended before the line came. Output:\n{Output}");
    }

    /// <summary>kill −9: no handler runs.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as an orchestrator sends it; waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        Signals.Send(process.Id, Signals.Terminate);
        return await ExitAsync();
    }

    /// <summary>Waits for the process to end by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    void Take(string? line)
    {
        if (line is null)
        {
            // The process closed its output and its error output: whoever still waits for a line waits in vain.
            if (Interlocked.Decrement(ref streamsOpen) == 0)
            {
                lines.Writer.TryComplete();
            }

            return;
        }

        lock (seen)
        {
            seen.Add(line);
        }

        if (Address().Match(line) is { Success: true } match)
        {
            _ = match.Groups["kind"].Value == "gRPC" ? Grpc = match.Groups["url"].Value : Web = match.Groups["url"].Value;
        }

        lines.Writer.TryWrite(line);
    }

    [GeneratedRegex(@"^\s*(?<kind>gRPC|Web)\s+(?<url>http://[0-9.]+:\d+)")]
    private static partial Regex Address();
}

/// <summary>A data directory that is gone after the test.</summary>
public sealed class TemporaryData : IDisposable
{
    /// <summary>Path of the directory.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"ansinh-{Environment.ProcessId}-")).FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
