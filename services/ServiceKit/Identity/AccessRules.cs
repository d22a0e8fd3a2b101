using AnSinh.Contracts.Common.V1;
using Google.Protobuf.Reflection;

namespace AnSinh.ServiceKit.Identity;

/// <summary>
/// The access rules of every rpc that this process serves, by full name. A registered service whose rpcs are not all ruled, or ruled in a
/// way that cannot be enforced, keeps the process from starting.
/// </summary>
public sealed class AccessRules
{
    // What a probe or a tool may ask before anybody has logged in; neither tells anything about a person.
    static readonly HashSet<string> openServices = ["grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection"];

    readonly Dictionary<string, AccessRule> rules = new(StringComparer.Ordinal);
    readonly Dictionary<string, ServiceDescriptor> services = new(StringComparer.Ordinal);

    /// <summary>Every rule, in order of registration.</summary>
    public IReadOnlyCollection<AccessRule> All => rules.Values;

    /// <summary>Every registered service, in order of registration.</summary>
    public IReadOnlyCollection<ServiceDescriptor> Services => services.Values;

    /// <summary>Finds the rule of an rpc.</summary>
    /// <param name="fullName">Name on the wire, with its leading slash (<c>ServerCallContext.Method</c>).</param>
    /// <returns>The rule, or null when there is none: the rpc is then refused unless it <see cref="IsOpen"/>.</returns>
    public AccessRule? Find(string fullName) => rules.GetValueOrDefault(fullName);

    /// <summary>Whether an rpc is open to everybody: health and reflection.</summary>
    /// <param name="fullName">Name on the wire, with its leading slash.</param>
    public static bool IsOpen(string fullName) =>
        fullName.LastIndexOf('/') is var slash and > 0 && openServices.Contains(fullName[1..slash]);

    /// <summary>Registers the rules of a service. The same service again changes nothing.</summary>
    /// <param name="service">The service.</param>
    /// <exception cref="InvalidOperationException">An rpc has no rule or one that cannot be enforced; every such rpc is named.</exception>
    public void Add(ServiceDescriptor service)
    {
        ArgumentNullException.ThrowIfNull(service);
        if (services.ContainsKey(service.FullName))
        {
            return;
        }

        var problems = new List<string>();
        foreach (var method in service.Methods)
        {
            var rule = RuleOf(method, problems);
            rules[rule.FullName] = rule;
        }

        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"Access rules of {service.FullName}: {string.Join("; ", problems)}.");
        }

        services.Add(service.FullName, service);
    }

    static AccessRule RuleOf(MethodDescriptor method, List<string> problems)
    {
        var access = method.GetOptions()?.GetExtension(AccessExtensions.Access) ?? new Access();
        void Problem(bool isOne, string what)
        {
            if (isOne)
            {
                problems.Add($"{method.Name}: {what}");
            }
        }

        Problem(access.Permission.Length == 0, "no permission declared");
        Problem(access.Effect == Effect.Unspecified, "no effect declared");
        Problem(access.AreaRule == AreaRule.Unspecified, "no area rule declared");
        var path = access.AreaRule == AreaRule.Field ? PathOf(method.InputType, access.AreaField) : [];
        Problem(path is null, $"area_field \"{access.AreaField}\" is not a single string field of {method.InputType.FullName}");
        Problem(access.AreaRule == AreaRule.Field && method.IsClientStreaming, "a stream of requests names its areas row by row (AREA_RULE_ROWS)");
        Problem(access.AreaRule == AreaRule.Rows && !method.IsClientStreaming, "AREA_RULE_ROWS needs a stream of requests");
        return new AccessRule
        {
            Method = method,
            Permission = access.Permission,
            Effect = access.Effect,
            AreaRule = access.AreaRule,
            AreaField = access.AreaField,
            AreaPath = path ?? [],
        };
    }

    static List<FieldDescriptor>? PathOf(MessageDescriptor message, string path)
    {
        var fields = new List<FieldDescriptor>();
        var inside = message;
        foreach (var name in path.Split('.'))
        {
            if (inside?.FindFieldByName(name) is not { IsRepeated: false } field)
            {
                return null;
            }

            fields.Add(field);
            inside = field.FieldType == FieldType.Message ? field.MessageType : null;
        }

        return fields[^1].FieldType == FieldType.String ? fields : null;
    }
}
