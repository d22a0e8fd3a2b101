using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AnSinh.Charts.Tests.Schemas;

/// <summary>
/// Checks JSON against a schema: the part of JSON Schema that values.schema.json and Kubernetes' definitions use. A keyword that it does not
/// know is a fault and not a pass. With <paramref name="closed"/> an object takes no field that its schema does not name.
/// </summary>
/// <param name="definitions">What <c>$ref</c> points into.</param>
/// <param name="closed">Whether unknown fields are refused everywhere.</param>
sealed class SchemaCheck(JsonObject definitions, bool closed)
{
    const string Quantity = "io.k8s.apimachinery.pkg.api.resource.Quantity";

    /// <summary>What is wrong, each with its path; none when nothing is.</summary>
    public IEnumerable<string> Check(JsonObject schema, JsonNode? value, string path)
    {
        if (Text(schema, "$ref") is { } reference)
        {
            var name = reference[(reference.LastIndexOf('/') + 1)..];
            return name == Quantity ? QuantityFaults(value, path) : Check((JsonObject)definitions[name]!, value, path);
        }

        return schema.SelectMany(keyword => Faults(schema, keyword.Key, keyword.Value!, value, path)).Concat(ClosedFaults(schema, value, path));
    }

    IEnumerable<string> Faults(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string path) => keyword switch
    {
        "description" or "title" or "$schema" or "definitions" => [],
        _ when keyword.StartsWith("x-kubernetes-", StringComparison.Ordinal) => [],
        "type" => TypeFaults(schema, rule, value, path),
        "format" => FormatFaults((string)rule!, value, path),
        "properties" => value is JsonObject known ? ((JsonObject)rule).Where(one => known.ContainsKey(one.Key))
            .SelectMany(one => Check((JsonObject)one.Value!, known[one.Key], $"{path}.{one.Key}")) : [],
        "required" => value is JsonObject known ? rule.AsArray().Select(name => (string)name!).Where(name => !known.ContainsKey(name))
            .Select(name => $"{path}.{name}: is missing") : [],
        "additionalProperties" => value is JsonObject known ? Unnamed(schema, known).SelectMany(name => rule is JsonObject inner
            ? Check(inner, known[name], $"{path}.{name}")
            : (bool)rule! ? [] : [$"{path}.{name}: unknown field"]) : [],
        "propertyNames" => value is JsonObject known ? known.SelectMany(one => Check((JsonObject)rule, JsonValue.Create(one.Key), $"{path}[{one.Key}]")) : [],
        "items" => value is JsonArray list ? list.SelectMany((item, i) => Check((JsonObject)rule, item, $"{path}[{i}]")) : [],
        "minItems" => value is JsonArray list && list.Count < (int)rule! ? [$"{path}: needs at least {rule} item"] : [],
        "minProperties" => value is JsonObject known && known.Count < (int)rule! ? [$"{path}: needs at least {rule} field"] : [],
        "uniqueItems" => value is JsonArray list && list.Select(item => item?.ToJsonString()).Distinct().Count() < list.Count ? [$"{path}: an item stands twice"] : [],
        "enum" => rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)) ? [] : [$"{path}: {Show(value)} is none of {rule.ToJsonString()}"],
        "const" => JsonNode.DeepEquals(rule, value) ? [] : [$"{path}: {Show(value)} is not {rule.ToJsonString()}"],
        "not" => Check((JsonObject)rule, value, path).Any() ? [] : [$"{path}: {Show(value)} is not allowed"],
        "minLength" => AsText(value) is { } text && text.Length < (int)rule! ? [$"{path}: must not be empty"] : [],
        "pattern" => AsText(value) is { } text && !Regex.IsMatch(text, (string)rule!) ? [$"{path}: {Show(value)} does not match {rule}"] : [],
        "minimum" => IsNumber(value) && (double)value! < (double)rule! ? [$"{path}: {value} is below {rule}"] : [],
        "maximum" => IsNumber(value) && (double)value! > (double)rule! ? [$"{path}: {value} is above {rule}"] : [],
        _ => throw new NotSupportedException($"This check does not know the keyword {keyword}."),
    };

    // An object without named fields, such as labels or a custom one, is open by its nature.
    IEnumerable<string> ClosedFaults(JsonObject schema, JsonNode? value, string path) =>
        closed && value is JsonObject known && schema.ContainsKey("properties") && !schema.ContainsKey("additionalProperties")
            ? Unnamed(schema, known).Select(name => $"{path}.{name}: unknown field")
            : [];

    static IEnumerable<string> TypeFaults(JsonObject schema, JsonNode rule, JsonNode? value, string path)
    {
        var types = rule is JsonArray several ? several.Select(one => (string)one!).ToList() : [(string)rule!];
        if (Text(schema, "format") == "int-or-string")
        {
            types = ["string", "integer"];
        }

        return types.Exists(type => Is(type, value)) ? [] : [$"{path}: {Show(value)} is no {string.Join(" or ", types)}"];
    }

    static IEnumerable<string> FormatFaults(string format, JsonNode? value, string path) => format switch
    {
        "int32" => IsNumber(value) && (double)value! is < int.MinValue or > int.MaxValue ? [$"{path}: {value} is no 32-bit number"] : [],
        "int64" or "double" or "int-or-string" or "date-time" or "byte" => [],
        _ => throw new NotSupportedException($"This check does not know the format {format}."),
    };

    static IEnumerable<string> QuantityFaults(JsonNode? value, string path) =>
        IsNumber(value) || (AsText(value) is { } text && Regex.IsMatch(text, "^[+-]?[0-9]+([.][0-9]*)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|e[0-9]+)?$"))
            ? [] : [$"{path}: {Show(value)} is no quantity"];

    static bool Is(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => AsText(value) is not null,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => IsNumber(value),
        "integer" => IsNumber(value) && double.IsInteger((double)value!),
        _ => throw new NotSupportedException($"This check does not know the type {type}."),
    };

    static IEnumerable<string> Unnamed(JsonObject schema, JsonObject value) =>
        value.Select(one => one.Key).Where(name => schema["properties"] is not JsonObject named || !named.ContainsKey(name));

    static bool IsNumber(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number;

    static string? AsText(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? (string)value! : null;

    static string? Text(JsonObject schema, string key) => AsText(schema[key]);

    static string Show(JsonNode? value) => value?.ToJsonString() ?? "null";
}
