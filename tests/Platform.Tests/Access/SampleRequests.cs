using AnSinh.Platform.Tests.Access.Records;
using AnSinh.Platform.Tests.Access.Rows;
using AnSinh.ServiceKit.Identity;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Shouldly;

namespace AnSinh.Platform.Tests.Access;

/// <summary>
/// Requests for any rpc, made from its descriptor: with an area in the field that its access rule names, or with the name of a record.
/// </summary>
static class SampleRequests
{
    static readonly Dictionary<string, SampleRow> Rows = new[]
    {
        EmploymentRows.All, MeritRows.All, EntitlementRowSamples.All, SupportRows.All, TrainingRows.All, ProtectionRows.All, ChildImportRows.All, ReportingRows.All,
    }.SelectMany(rows => rows).ToDictionary();

    /// <summary>A request whose area field holds a code.</summary>
    public static IMessage ForArea(AccessRule rule, string areaCode)
    {
        var request = Empty(rule.Method.InputType);
        Inner(request, rule.AreaPath.SkipLast(1).Select(field => field.Name)).SetText(rule.AreaPath[^1].Name, areaCode);
        return request;
    }

    /// <summary>A request that names a record, directly or in the resource inside.</summary>
    public static IMessage ForRecord(AccessRule rule, ForeignRecord record)
    {
        var request = Empty(rule.Method.InputType);
        var path = (record.Path.Length > 0 ? record.Path : PathOfName(rule.Method.InputType)).Split('.');
        var target = Inner(request, path.SkipLast(1));
        target.Descriptor.FindFieldByName(path[^1]).ShouldNotBeNull($"{rule.FullName}: hãy ghi trường chứa tên bản ghi.");
        target.SetText(path[^1], record.Name);
        target.SetText("etag", record.Etag);
        request.SetText("reason", "Thử quyền theo địa bàn");
        return request;
    }

    /// <summary>Streams of one row in the foreign province, by rpc; an rpc with rows that is missing here fails the test.</summary>
    public static IReadOnlyList<IMessage> ForRow(AccessRule rule, ForeignProvince hue)
    {
        Rows.ShouldContainKey(rule.FullName, "Hãy thêm một dòng mẫu cho rpc mới này.");
        return Rows[rule.FullName](hue);
    }

    /// <summary>An empty request; a command's gets a request id.</summary>
    public static IMessage Empty(MessageDescriptor type)
    {
        var message = type.Parser.ParseFrom(ByteString.Empty);
        message.SetText("request_id", Guid.NewGuid().ToString());
        return message;
    }

    static string PathOfName(MessageDescriptor type) => type.FindFieldByName("name") is not null ? "name" : type.Fields.InDeclarationOrder()
        .Where(field => field.FieldType == FieldType.Message && !field.IsRepeated && field.MessageType.FindFieldByName("name") is not null)
        .Select(field => field.Name + ".name").FirstOrDefault() ?? "name";

    static IMessage Inner(IMessage request, IEnumerable<string> path)
    {
        foreach (var name in path)
        {
            var field = request.Descriptor.FindFieldByName(name);
            var inner = field.MessageType.Parser.ParseFrom(ByteString.Empty);
            field.Accessor.SetValue(request, inner);
            request = inner;
        }

        return request;
    }

    static void SetText(this IMessage message, string field, string value) => message.Descriptor.FindFieldByName(field)?.Accessor.SetValue(message, value);
}
