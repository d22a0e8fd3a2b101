using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AnSinh.Contracts.Tests.Samples;

/// <summary>
/// A golden sample, <c>contracts/samples/&lt;area&gt;/v&lt;n&gt;/&lt;Name&gt;[.&lt;variant&gt;].json</c>: what was shipped once and must stay readable.
/// A sample is never edited after its release; a new member gets a variant.
/// </summary>
/// <param name="Path">Path under contracts/samples, with slashes.</param>
sealed record SampleFile(string Path)
{
    static readonly JsonSerializerOptions indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<SampleFile> All { get; } = [.. Directory
        .EnumerateFiles(Repository.PathOf("contracts", "samples"), "*.json", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(Repository.PathOf("contracts", "samples"), file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)
        .Select(path => new SampleFile(path))];

    public static SampleFile Of(string path) => All.Single(sample => sample.Path == path);

    public string FullPath => Repository.PathOf("contracts", "samples", Path);

    /// <summary>The same content in protobuf's binary form; messages only.</summary>
    public string BinaryPath => System.IO.Path.ChangeExtension(FullPath, ".pb");

    /// <summary>Name that the sample belongs to, such as <c>ansinh.employment.v1.PlacementRecorded</c>.</summary>
    public string ContractName => $"ansinh.{Path[..Path.LastIndexOf('/')].Replace('/', '.')}.{System.IO.Path.GetFileName(Path).Split('.')[0]}";

    public byte[] Bytes => File.ReadAllBytes(FullPath);

    public string Text => File.ReadAllText(FullPath);

    public string Normal => Normalise(Text);

    /// <summary>JSON with the same members in the same order and the same values, in one spelling of white space and escapes.</summary>
    public static string Normalise(string json) => JsonNode.Parse(json)!.ToJsonString(indented);

    /// <summary>The sample as a writer of a later version would send it, with a member that this build does not know.</summary>
    public string WithUnknownMember()
    {
        var json = JsonNode.Parse(Text)!.AsObject();
        json["member_of_a_later_version"] = new JsonObject { ["list"] = new JsonArray(1, "hai", null) };
        return json.ToJsonString();
    }
}
