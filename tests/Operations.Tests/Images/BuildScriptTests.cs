using System.Diagnostics;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace AnSinh.Operations.Tests.Images;

/// <summary>The script that builds the images, as far as it goes without a container engine.</summary>
public sealed partial class BuildScriptTests
{
    static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Deployed.Root, "deploy/images/build"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ANSINH_IMAGE_ENGINE"] = "no-such-engine";
        start.Environment.Remove("ANSINH_IMAGE_TAG");
        start.Environment.Remove("ANSINH_IMAGE_REGISTRY");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    static async Task<Dictionary<string, string>> ListAsync() => (await RunAsync("--list")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    [Fact]
    public async Task EveryProgramOfTheSolution_HasAnImage()
    {
        var programs = Project().Matches(File.ReadAllText(Path.Combine(Deployed.Root, "Platform.sln"))).Select(match => match.Value.Replace('\\', '/'))
            .Where(project => File.Exists(Path.Combine(Deployed.Root, Path.GetDirectoryName(project)!, "Program.cs"))).Select(project => Path.GetDirectoryName(project)!);

        (await ListAsync()).Values.ShouldBe(programs, ignoreOrder: true);
    }

    [Fact]
    public async Task Names_AreThoseThatTheChartsPull()
    {
        var version = Regex.Match(File.ReadAllText(Path.Combine(Deployed.Root, "charts/service/Chart.yaml")), """appVersion: "?([\w.]+)""").Groups[1].Value;
        var pulled = Directory.GetFiles(Path.Combine(Deployed.Root, "charts/values"), "*.yaml")
            .Select(file => Regex.Match(File.ReadAllText(file), @"^  repository: (ansinh/\S+)", RegexOptions.Multiline)).Where(match => match.Success)
            .Select(match => $"{match.Groups[1].Value}:{version}").ToList();

        pulled.Count.ShouldBe(6);
        (await ListAsync()).Keys.ShouldBe([.. pulled, $"ansinh/all-in-one:{version}"], ignoreOrder: true);
    }

    [Fact]
    public async Task WithoutAnEngine_ItSaysSo_AndWhatToInstall()
    {
        var (code, _, error) = await RunAsync("employment");

        code.ShouldBe(1);
        error.ShouldContain("no container engine");
        error.ShouldContain("apt-get install");
    }

    [Theory]
    [InlineData("nobody", "no image is called \"nobody\"; there are: employment")]
    [InlineData("--pull", "unknown option --pull")]
    public async Task WhatItDoesNotKnow_IsNamed(string argument, string said)
    {
        var (code, _, error) = await RunAsync(argument);

        code.ShouldBe(1);
        error.ShouldContain(said);
    }

    [GeneratedRegex(@"services\\\w+\\\w+\.csproj")]
    private static partial Regex Project();
}
