using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Tests.Protos;
using Google.Protobuf.Reflection;

namespace AnSinh.Contracts.Tests.Baseline;

/// <summary>Breaking changes of services, their rpcs and who may call them.</summary>
static class ServiceComparer
{
    public static IEnumerable<string> Compare(ProtoCatalogue published, ProtoCatalogue current)
    {
        foreach (var (name, before) in published.Services)
        {
            if (!current.Services.TryGetValue(name, out var now))
            {
                yield return $"service {name} was removed";
                continue;
            }

            foreach (var method in before.Method)
            {
                var same = now.Method.FirstOrDefault(candidate => candidate.Name == method.Name);
                foreach (var change in same is null ? ["was removed"] : CompareMethod(method, same))
                {
                    yield return $"rpc {name}/{method.Name} {change}";
                }
            }
        }
    }

    static IEnumerable<string> CompareMethod(MethodDescriptorProto before, MethodDescriptorProto now)
    {
        var (access, accessNow) = (AccessOf(before), AccessOf(now));
        (string What, object Before, object Now)[] facts =
        [
            ("request", before.InputType.TrimStart('.'), now.InputType.TrimStart('.')),
            ("response", before.OutputType.TrimStart('.'), now.OutputType.TrimStart('.')),
            ("streaming", StreamingOf(before), StreamingOf(now)),
            ("permission", access.Permission, accessNow.Permission),
            ("effect", access.Effect, accessNow.Effect),
            ("area rule", access.AreaRule, accessNow.AreaRule),
            ("area field", access.AreaField, accessNow.AreaField),
        ];
        return facts.Where(fact => !fact.Before.Equals(fact.Now))
            .Select(fact => $"changed {fact.What} from \"{fact.Before}\" to \"{fact.Now}\"");
    }

    static Access AccessOf(MethodDescriptorProto method) => method.Options?.GetExtension(AccessExtensions.Access) ?? new Access();

    static string StreamingOf(MethodDescriptorProto method) => (method.ClientStreaming, method.ServerStreaming) switch
    {
        (false, false) => "unary",
        (false, true) => "server stream",
        (true, false) => "client stream",
        (true, true) => "both ways",
    };
}
