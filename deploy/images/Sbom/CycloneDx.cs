using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AnSinh.Sbom;

/// <summary>Writes a list of contents as a CycloneDX 1.6 document (ECMA-424). The same contents give the same bytes.</summary>
public static class CycloneDx
{
    // Package URLs as they are: the document goes into no web page.
    static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the document.</summary>
    /// <param name="name">Name of the image, such as <c>ansinh/employment</c>.</param>
    /// <param name="version">Its version.</param>
    /// <param name="time">When its sources were committed, UTC.</param>
    /// <param name="program">Reference of the program among the components; null when it is none of them.</param>
    /// <param name="components">What the image holds.</param>
    public static string Document(string name, string version, DateTimeOffset time, string? program, IReadOnlyList<Component> components)
    {
        var image = $"{name}:{version}";
        var known = components.Select(one => one.Reference).ToHashSet(StringComparer.Ordinal);
        var needed = components.SelectMany(one => one.DependsOn).ToHashSet(StringComparer.Ordinal);
        var document = new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["timestamp"] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["tools"] = new JsonObject { ["components"] = new JsonArray(new JsonObject { ["type"] = "application", ["name"] = "AnSinh.Sbom" }) },
                ["component"] = new JsonObject { ["type"] = "container", ["bom-ref"] = image, ["name"] = name, ["version"] = version },
            },
            ["components"] = new JsonArray([.. components.Select(ToJson)]),

            // The image stands on the program and on all that nothing else here asks for.
            ["dependencies"] = new JsonArray(
            [
                Dependency(image, components.Select(one => one.Reference).Where(one => one == program || !needed.Contains(one))),
                .. components.Where(one => one.DependsOn.Count > 0).Select(one => Dependency(one.Reference, one.DependsOn.Where(known.Contains))),
            ]),
        };
        document["serialNumber"] = $"urn:uuid:{IdOf(document.ToJsonString())}";
        return document.ToJsonString(Format) + "\n";
    }

    static JsonObject ToJson(Component one)
    {
        var json = new JsonObject { ["type"] = one.Type, ["bom-ref"] = one.Reference, ["name"] = one.Name, ["version"] = one.Version };
        if (one.Sha512 is not null)
        {
            json["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = one.Sha512 });
        }

        if (one.Licence is { } licence)
        {
            json["licenses"] = new JsonArray(licence.Expression is not null
                ? new JsonObject { ["expression"] = licence.Expression }
                : new JsonObject { ["license"] = new JsonObject { ["name"] = "see address", ["url"] = licence.Url } });
        }

        if (one.Purl is not null)
        {
            json["purl"] = one.Purl;
        }

        return json;
    }

    static JsonObject Dependency(string reference, IEnumerable<string> on) => new()
    {
        ["ref"] = reference,
        ["dependsOn"] = new JsonArray([.. on.Distinct(StringComparer.Ordinal).Select(one => JsonValue.Create(one))]),
    };

    // A UUID of one's own making (version 8) from what the document says.
    static Guid IdOf(string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
