using System.Diagnostics;
using System.Text.Json;
using AnSinh.Architecture.Tests.Sources;

namespace AnSinh.Architecture.Tests.TSql;

/// <summary>The grammar of T-SQL (npm's antlr4ts-sql, restored by tests/run.sh). It knows no tables and no types: only a server does.</summary>
static class Grammar
{
    /// <summary>What is wrong with batches, each with the text that it complains about; empty when all are T-SQL.</summary>
    public static async Task<IReadOnlyList<string>> ComplaintsAsync(params IReadOnlyList<string> batches)
    {
        var start = new ProcessStartInfo("node", "parse.cjs")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "Architecture.Tests", "TSql"),
        };
        using var node = Process.Start(start)!;
        var said = node.StandardOutput.ReadToEndAsync();
        var broken = node.StandardError.ReadToEndAsync();
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(batches));
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        return node.ExitCode == 0
            ? [.. JsonSerializer.Deserialize<string[][]>(await said)!.Zip(batches).SelectMany(pair => pair.First.Select(one => $"{one}\n{pair.Second}"))]
            : throw new InvalidOperationException($"The grammar did not run; \"npm ci\" in tests/Architecture.Tests/TSql restores it. {await broken}");
    }
}
