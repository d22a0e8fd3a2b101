using System.Diagnostics;
using System.Text.Json.Nodes;

namespace AnSinh.Charts.Tests.Rendering;

/// <summary>What rendering gave: objects, or why it was refused.</summary>
sealed record Rendered(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<JsonObject> Objects => ExitCode == 0
        ? YamlReader.Documents(Output)
        : throw new InvalidOperationException($"Rendering failed: {Error}");
}

/// <summary>
/// Renders charts: with helm where it is on the PATH, otherwise with a small program over Go's text/template and sprig, built once from
/// Debian's packages without a network.
/// </summary>
static class Renderer
{
    public const string Namespace = "ansinh";

    static readonly Lazy<string?> helm = new(() => OnPath("helm"));
    static readonly Lazy<string> program = new(BuildProgram);

    public static bool UsesHelm => helm.Value is not null;

    public static Rendered Render(string chart, string release, params IEnumerable<string> values) => helm.Value is { } found
        ? Run(found,
        [
            "template", release, ChartFiles.Chart(chart), "--namespace", Namespace, "--kube-version", "1.32.0",
            .. values.SelectMany(file => (string[])["--values", file]),
        ])
        : Run(program.Value, [ChartFiles.Chart(chart), release, Namespace, .. values]);

    /// <summary>Renders with one more values file that holds the given text.</summary>
    public static Rendered RenderWith(string chart, string release, string valuesText, params IEnumerable<string> values)
    {
        var folder = Directory.CreateTempSubdirectory("ansinh-charts-");
        try
        {
            var file = Path.Combine(folder.FullName, "more.yaml");
            File.WriteAllText(file, valuesText);
            return Render(chart, release, [.. values, file]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static string BuildProgram()
    {
        var go = OnPath("go") ?? throw new InvalidOperationException(
            "Neither helm nor go is on the PATH: apt-get install golang-go golang-github-masterminds-sprig-dev golang-gopkg-yaml.v3-dev.");
        var folder = Directory.CreateTempSubdirectory("ansinh-charts-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var built = Path.Combine(folder, "render");
        var result = Run(go, ["build", "-o", built, Path.Combine(AppContext.BaseDirectory, "Render", "render.go")], new()
        {
            ["GO111MODULE"] = "off",
            ["GOPATH"] = "/usr/share/gocode",
            ["GOFLAGS"] = "-p=1",
            ["GOCACHE"] = Path.Combine(folder, "cache"),
        });
        return result.ExitCode == 0 ? built : throw new InvalidOperationException($"The renderer was not built: {result.Error}");
    }

    static Rendered Run(string file, IEnumerable<string> arguments, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment ?? [])
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Rendered(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
