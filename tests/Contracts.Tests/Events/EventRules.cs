using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AnSinh.Contracts.Events;

namespace AnSinh.Contracts.Tests.Events;

/// <summary>What every event record must be; each rule answers with what is wrong.</summary>
static class EventRules
{
    // Parts of member names that would hold data of a person. Events cross every service and stay for ever; people appear as person keys.
    static readonly string[] personalParts =
    [
        "full_name", "first_name", "last_name", "person_name", "citizen", "identity", "id_number", "id_card", "passport", "birth", "phone", "email",
        "street", "house_number", "bank", "insurance_number", "health_card", "parent_name", "guardian", "ethnic", "religion",
    ];

    static readonly string[] personalWords = ["name", "address", "mobile", "dob", "remark", "note"];

    // Members that have such a name and yet say nothing about a person.
    static readonly HashSet<string> harmless = new(["AreaUnitDefined.name"], StringComparer.Ordinal);

    public static IEnumerable<string> Shape(Type record)
    {
        if (!record.IsSealed)
        {
            yield return $"{record.Name} is not sealed";
        }

        if (record.GetMethod("<Clone>$") is null)
        {
            yield return $"{record.Name} is not a record";
        }

        foreach (var property in Properties(record).Where(property => property.SetMethod is { } set && !IsInit(set)))
        {
            yield return $"{record.Name}.{property.Name} can be changed after it was made";
        }
    }

    public static IEnumerable<string> Name(Type record, string published)
    {
        var expected = $"{record.Namespace?.Replace("AnSinh.Contracts.Events.", "ansinh.", StringComparison.Ordinal).ToLowerInvariant()}.{record.Name}";
        if (published != expected)
        {
            yield return $"{record} is published as {published}; namespace and class say {expected}";
        }
    }

    public static IEnumerable<string> Listed(Type record)
    {
        if (EventJson.Default.GetTypeInfo(record) is null)
        {
            yield return $"{record.Name} is not listed in EventJson";
        }
    }

    public static IEnumerable<string> NoPersonalData(Type record) => Properties(record).SelectMany(property =>
        MemberNameOf(property) is var name && IsPersonal(name) && !harmless.Contains($"{record.Name}.{name}")
            ? [$"{record.Name}.{name} could hold personal data"]
            : property.PropertyType.Namespace == record.Namespace ? NoPersonalData(property.PropertyType) : []);

    static bool IsPersonal(string name) =>
        personalWords.Contains(name, StringComparer.Ordinal) || personalParts.Any(part => name.Contains(part, StringComparison.Ordinal));

    static string MemberNameOf(PropertyInfo property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    static IEnumerable<PropertyInfo> Properties(Type record) => record.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
