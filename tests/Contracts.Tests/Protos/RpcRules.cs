using System.Text.RegularExpressions;
using AnSinh.Contracts.Common.V1;
using Google.Protobuf.Reflection;
using static Google.Protobuf.Reflection.FieldDescriptorProto.Types;

namespace AnSinh.Contracts.Tests.Protos;

/// <summary>What every rpc must declare; each rule answers with what is wrong.</summary>
static partial class RpcRules
{
    // Lists whose answer is short by nature: what happened to one record, and the templates that the build carries.
    static readonly HashSet<string> shortLists = new(["ListPlacementHistory", "ListTemplates"], StringComparer.Ordinal);

    public static IEnumerable<string> Problems(ProtoCatalogue catalogue) =>
        from service in catalogue.Services
        from method in service.Value.Method
        from problem in (string[])[.. Access(catalogue, method), .. RequestId(catalogue, method), .. Paging(catalogue, method)]
        select $"{service.Key}/{method.Name}: {problem}";

    static IEnumerable<string> Access(ProtoCatalogue catalogue, MethodDescriptorProto method)
    {
        if (method.Options?.GetExtension(AccessExtensions.Access) is not { } access)
        {
            return ["has no access rule"];
        }

        (bool IsWrong, string What)[] checks =
        [
            (!Permission().IsMatch(access.Permission), $"permission \"{access.Permission}\" is not of the form area.record.verb"),
            (access.Effect == Effect.Unspecified, "has no effect"),
            (access.AreaRule == AreaRule.Unspecified, "has no area rule"),
            (access.AreaRule == AreaRule.Field && !IsText(catalogue, method, access.AreaField), $"area_field \"{access.AreaField}\" is not a string field of the request"),
            (access.AreaRule != AreaRule.Field && access.AreaField.Length > 0, "has an area_field that nothing reads"),
            (access.AreaRule == AreaRule.Field && method.ClientStreaming, "streams requests, so areas are compared row by row"),
            (access.AreaRule == AreaRule.Rows && !method.ClientStreaming, "compares areas row by row but does not stream requests"),
            (access.Effect == Effect.Bulk && !method.ClientStreaming, "is bulk but does not stream requests"),
            (access.Effect == Effect.Command && (method.ClientStreaming || method.ServerStreaming), "is a command but streams"),
        ];
        return checks.Where(check => check.IsWrong).Select(check => check.What);
    }

    static IEnumerable<string> RequestId(ProtoCatalogue catalogue, MethodDescriptorProto method) =>
        method.Options?.GetExtension(AccessExtensions.Access)?.Effect == Effect.Command && !Has(catalogue, method.InputType, "request_id", FieldDescriptorProto.Types.Type.String)
            ? ["is a command without a request_id"]
            : [];

    static IEnumerable<string> Paging(ProtoCatalogue catalogue, MethodDescriptorProto method) =>
        !method.Name.StartsWith("List", StringComparison.Ordinal) || shortLists.Contains(method.Name) ? [] :
        [
            .. Has(catalogue, method.InputType, "page_size", FieldDescriptorProto.Types.Type.Int32) ? (string[])[] : ["lists without page_size"],
            .. Has(catalogue, method.InputType, "page_token", FieldDescriptorProto.Types.Type.String) ? (string[])[] : ["lists without page_token"],
            .. Has(catalogue, method.OutputType, "next_page_token", FieldDescriptorProto.Types.Type.String) ? (string[])[] : ["lists without next_page_token"],
        ];

    static bool Has(ProtoCatalogue catalogue, string message, string field, FieldDescriptorProto.Types.Type type) =>
        catalogue.FindMessage(message)?.Field.Any(candidate => candidate.Name == field && candidate.Type == type && candidate.Label != Label.Repeated) == true;

    static bool IsText(ProtoCatalogue catalogue, MethodDescriptorProto method, string path)
    {
        var message = catalogue.FindMessage(method.InputType);
        FieldDescriptorProto? field = null;
        foreach (var name in path.Split('.'))
        {
            field = message?.Field.FirstOrDefault(candidate => candidate.Name == name && candidate.Label != Label.Repeated);
            message = field is { TypeName.Length: > 0 } ? catalogue.FindMessage(field.TypeName) : null;
        }

        return field?.Type == FieldDescriptorProto.Types.Type.String;
    }

    [GeneratedRegex(@"^[a-z]+(\.[a-z_]+){1,2}$")]
    private static partial Regex Permission();
}
