using System.Diagnostics;
using AnSinh.Contracts.Events;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace AnSinh.Contracts.Tests.AsyncApi;

/// <summary>The document held against AsyncAPI's own schema, and the samples against the document, by validators that are not ours.</summary>
public sealed class AsyncApiSchemaTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Document_AndEveryExampleInIt_AreValid()
    {
        AsyncApiDocument.Published.ShouldNotBeEmpty();
        var (code, printed) = await NodeAsync("validate.mjs", AsyncApiDocument.Path);

        output.WriteLine(printed);
        code.ShouldBe(0, printed);
        printed.ShouldContain($"{EventTypes.All.Count + 1} messages valid");
    }

    static async Task<(int Code, string Printed)> NodeAsync(params string[] arguments)
    {
        var folder = Repository.PathOf("tests", "Contracts.Tests", "AsyncApiJs");
        var start = new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using var node = Process.Start(start)!;
        var printed = node.StandardOutput.ReadToEndAsync();
        var complaints = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, await printed + complaints);
    }
}
