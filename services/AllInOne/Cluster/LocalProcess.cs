using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;

namespace AnSinh.AllInOne.Cluster;

/// <summary>
/// A process that outlives the command that started it: in a session of its own, its output in a file. Known by its id and the moment of its
/// start, because ids are used again and nobody else's process may be ended.
/// </summary>
/// <param name="Id">Process id.</param>
/// <param name="Started">Start of the process in the kernel's ticks since the machine's start.</param>
public sealed record LocalProcess(int Id, string Started)
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether it still runs.</summary>
    [JsonIgnore]
    public bool IsRunning => StartOf(Id) == Started;

    /// <summary>Starts a program.</summary>
    /// <param name="log">File that its output is appended to.</param>
    /// <param name="environment">Variables on top of this process's own.</param>
    /// <param name="program">Program.</param>
    /// <param name="arguments">Arguments.</param>
    public static LocalProcess Start(string log, IReadOnlyDictionary<string, string> environment, string program, params IEnumerable<string> arguments)
    {
        // exec keeps the id through both; setsid keeps a Ctrl+C for the command from reaching what it started.
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false };
        foreach (var argument in (string[])["-c", "log=$1; shift; exec setsid \"$@\" >> \"$log\" 2>&1 < /dev/null", "sh", log, program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        return new LocalProcess(process.Id, StartOf(process.Id) ?? "");
    }

    /// <summary>Asks the process to end, and ends it by force when it does not in time.</summary>
    /// <returns>Whether it ended by itself.</returns>
    public async Task<bool> EndAsync(TimeSpan patience, TimeProvider time)
    {
        if (!IsRunning)
        {
            return true;
        }

        using (var signal = Process.Start("/bin/sh", ["-c", "kill -TERM \"$1\"", "sh", Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await signal.WaitForExitAsync();
        }

        var began = time.GetTimestamp();
        while (IsRunning)
        {
            if (time.GetElapsedTime(began) > patience)
            {
                Kill();
                return false;
            }

            await Task.Delay(Look, time);
        }

        return true;
    }

    /// <summary>The end of a log, for whoever asks why a process died; without stacks, which would push the reason out of sight.</summary>
    public static string EndOf(string log) => File.Exists(log)
        ? string.Join('\n', File.ReadLines(log).Where(line => !line.TrimStart().StartsWith("at ", StringComparison.Ordinal)).TakeLast(20))
        : "";

    void Kill()
    {
        try
        {
            using var process = Process.GetProcessById(Id);
            if (IsRunning)
            {
                process.Kill();
            }
        }
        catch (ArgumentException)
        {
            // It ended at this very moment.
        }
    }

    // proc(5): after the name in parentheses come the state and, twentieth, the start. A zombie runs no more: nobody may be there to reap it.
    static string? StartOf(int id)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
