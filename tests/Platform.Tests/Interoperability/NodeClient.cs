using System.Diagnostics;

namespace AnSinh.Platform.Tests.Interoperability;

/// <summary>Runs the programs of <c>GrpcJs</c>, which stand beside their protos in the source tree and not in the output folder.</summary>
static class NodeClient
{
    public static async Task<(int Code, string Printed)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder() };
        start.ArgumentList.Add(program);
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var node = Process.Start(start)!;
        var printed = node.StandardOutput.ReadToEndAsync();
        var complaints = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, await printed + complaints);
    }

    static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "Platform.Tests", "GrpcJs");
            }
        }

        throw new InvalidOperationException("The repository root was not found above the test's output.");
    }
}
