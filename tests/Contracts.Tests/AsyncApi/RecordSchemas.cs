using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using AnSinh.Contracts.Events;

namespace AnSinh.Contracts.Tests.AsyncApi;

/// <summary>JSON Schemas of the event records and of the records inside them.</summary>
static class RecordSchemas
{
    /// <summary>Name of a record among the schemas; for an event its published name.</summary>
    public static string NameOf(Type record) =>
        $"{record.Namespace!.Replace("AnSinh.Contracts.Events.", "ansinh.", StringComparison.Ordinal).ToLowerInvariant()}.{record.Name}";

    /// <summary>The schemas by name.</summary>
    public static SortedDictionary<string, JsonObject> All()
    {
        var schemas = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var info in EventTypes.All)
        {
            Collect(info.RecordType, schemas);
            schemas[info.Name]["x-schema-version"] = info.SchemaVersion;
        }

        return schemas;
    }

    static void Collect(Type record, SortedDictionary<string, JsonObject> schemas)
    {
        if (schemas.ContainsKey(NameOf(record)))
        {
            return;
        }

        var members = EventJson.Default.GetTypeInfo(record)?.Properties ?? throw new InvalidOperationException($"EventJson does not know {record}.");
        var declared = record.GetProperties().ToDictionary(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        var properties = new JsonObject();
        var required = new JsonArray();
        schemas[NameOf(record)] = new JsonObject
        {
            ["title"] = record.Name,
            ["description"] = DocComments.Of(record),
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = required,
        };
        foreach (var member in members)
        {
            properties[member.Name] = Member(declared[member.Name], member.IsRequired && member.IsGetNullable, schemas);
            if (member.IsRequired)
            {
                required.Add(member.Name);
            }
        }
    }

    static JsonObject Member(PropertyInfo property, bool mayBeNull, SortedDictionary<string, JsonObject> schemas)
    {
        var comment = DocComments.Of(property);
        var schema = new JsonObject { ["description"] = comment };
        foreach (var (keyword, value) in ValueOf(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, schemas))
        {
            schema[keyword] = value?.DeepClone();
        }

        if (mayBeNull)
        {
            return new JsonObject { ["description"] = comment, ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        }

        if (property.PropertyType == typeof(string))
        {
            // Not an enum on purpose: a code that is new tomorrow needs no new reader.
            AddValues(schema, "x-known-values", DocComments.KnownValues(comment));
            AddValues(schema, "examples", DocComments.Examples(comment));
        }

        return schema;
    }

    static void AddValues(JsonObject schema, string keyword, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            schema[keyword] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        }
    }

    static JsonObject ValueOf(Type type, SortedDictionary<string, JsonObject> schemas) => type switch
    {
        _ when type == typeof(string) => new() { ["type"] = "string" },
        _ when type == typeof(bool) => new() { ["type"] = "boolean" },
        _ when type == typeof(int) => new() { ["type"] = "integer", ["format"] = "int32" },
        _ when type == typeof(long) => new() { ["type"] = "integer", ["format"] = "int64" },
        _ when type == typeof(decimal) => new() { ["type"] = "number" },
        _ when type == typeof(Guid) => new() { ["type"] = "string", ["format"] = "uuid" },
        _ when type == typeof(DateOnly) => new() { ["type"] = "string", ["format"] = "date" },
        _ when type == typeof(DateTimeOffset) => new() { ["type"] = "string", ["format"] = "date-time" },
        { IsGenericType: true } => new() { ["type"] = "array", ["items"] = ValueOf(type.GetGenericArguments()[0], schemas) },
        _ => ReferenceTo(type, schemas),
    };

    // In a list too the reference stands in allOf: what stands beside a $ref is passed over.
    static JsonObject ReferenceTo(Type record, SortedDictionary<string, JsonObject> schemas)
    {
        Collect(record, schemas);
        return new() { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/components/schemas/{NameOf(record)}" }) };
    }
}
