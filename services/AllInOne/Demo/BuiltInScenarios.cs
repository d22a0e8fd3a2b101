using AnSinh.AllInOne.Demo.Loaders;

namespace AnSinh.AllInOne.Demo;

/// <summary>The scenarios that come with the platform (deploy/scenarios), and those in files.</summary>
public static class BuiltInScenarios
{
    const string Prefix = "scenario.";

    /// <summary>Names of the built-in scenarios.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. typeof(BuiltInScenarios).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => Path.GetFileNameWithoutExtension(name[Prefix.Length..]))
        .Order(StringComparer.Ordinal)];

    /// <summary>Reads a scenario by the name of a built-in one or the path of a file.</summary>
    /// <exception cref="FormatException">Neither a name nor a file, or a file that is no scenario or has records of a kind that nobody loads.</exception>
    public static Scenario Find(string nameOrPath)
    {
        using var reader = Open(nameOrPath);
        var scenario = ScenarioReader.Read(reader);
        foreach (var group in scenario.Records)
        {
            RecordLoaders.Of(group);
        }

        return scenario;
    }

    static StreamReader Open(string nameOrPath) =>
        typeof(BuiltInScenarios).Assembly.GetManifestResourceStream($"{Prefix}{nameOrPath}.yaml") is { } builtIn ? new StreamReader(builtIn)
        : File.Exists(nameOrPath) ? new StreamReader(nameOrPath)
        : throw new FormatException($"Không có kịch bản \"{nameOrPath}\": hãy dùng {string.Join(", ", Names)}, hoặc đường dẫn của một tệp YAML.");
}
