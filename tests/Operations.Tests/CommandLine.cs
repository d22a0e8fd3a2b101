using System.Diagnostics;

namespace AnSinh.Operations.Tests;

/// <summary>The all-in-one's command line, as a process.</summary>
static class CommandLine
{
    /// <summary>Runs a command to its end.</summary>
    /// <returns>Exit code, and what it wrote.</returns>
    public static async Task<(int Code, string Said)> RunAsync(IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AnSinh.AllInOne.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
