using System.Globalization;
using AnSinh.Sbom;

// AnSinh.Sbom --name NAME --version VERSION --time SECONDS --deps DEPS.JSON --base ROOT --out FILE
var given = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
string[] wanted = ["--name", "--version", "--time", "--deps", "--base", "--out"];
if (wanted.Except(given.Keys).ToList() is { Count: > 0 } missing)
{
    Console.Error.WriteLine($"Missing: {string.Join(", ", missing)}.");
    return 2;
}

var dependencies = DependencyFile.Read(given["--deps"]);
var image = new BaseImage(given["--base"]);
var libraries = dependencies.Components(PackageLicences.OfThisMachine());
var program = Path.GetFileName(given["--deps"]).Replace(".deps.json", "", StringComparison.Ordinal);
List<Component> components =
[
    .. libraries,
    .. image.SharedFrameworks(dependencies.RuntimeIdentifier),
    .. image.OperatingSystem() is { } system ? [system] : (Component[])[],
    .. image.Packages(),
];
var time = DateTimeOffset.FromUnixTimeSeconds(long.Parse(given["--time"], CultureInfo.InvariantCulture));
File.WriteAllText(
    given["--out"],
    CycloneDx.Document(given["--name"], given["--version"], time, libraries.FirstOrDefault(one => one.Name == program)?.Reference, components));
Console.WriteLine($"{given["--name"]}: {components.Count} components");
return 0;
