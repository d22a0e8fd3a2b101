using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Identity;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Shouldly;
using Date = Google.Type.Date;

namespace AnSinh.Platform.Tests.Access;

/// <summary>
/// Requests for any rpc, made from its descriptor: with an area in the field that its access rule names, or with the name of a record.
/// </summary>
static class SampleRequests
{
    /// <summary>A request whose area field holds a code.</summary>
    public static IMessage ForArea(AccessRule rule, string areaCode)
    {
        var request = Empty(rule.Method.InputType);
        var target = request;
        foreach (var field in rule.AreaPath.SkipLast(1))
        {
            var inner = Empty(field.MessageType);
            field.Accessor.SetValue(target, inner);
            target = inner;
        }

        rule.AreaPath[^1].Accessor.SetValue(target, areaCode);
        return request;
    }

    /// <summary>A request that names a record, directly or in the resource inside.</summary>
    public static IMessage ForRecord(AccessRule rule, string name, string etag)
    {
        var request = Empty(rule.Method.InputType);
        var target = request;
        if (request.Descriptor.FindFieldByName("name") is null)
        {
            var resource = request.Descriptor.Fields.InDeclarationOrder().First(field => field.FieldType == FieldType.Message && !field.IsRepeated
                && field.MessageType.FindFieldByName("name") is not null);
            target = Empty(resource.MessageType);
            resource.Accessor.SetValue(request, target);
        }

        Set(target, "name", name);
        Set(target, "etag", etag);
        Set(request, "reason", "Thử quyền theo địa bàn");
        return request;
    }

    /// <summary>Streams of one row in an area, by rpc; an rpc with rows that is missing here fails the test.</summary>
    public static IReadOnlyList<IMessage> ForRow(AccessRule rule, string communeCode)
    {
        rule.FullName.ShouldBe("/ansinh.employment.v1.PlacementService/ImportPlacements", "Hãy thêm một dòng mẫu cho rpc mới này.");
        var row = new PlacementRow
        {
            Line = 2,
            Worker = new Worker { FullName = "Công dân Mẫu", BirthDate = new Date { Year = 1990, Month = 1, Day = 1 }, AreaCode = communeCode },
            Placement = new Placement { Channel = Channel.Domestic, StartDate = new Date { Year = 2026, Month = 1, Day = 5 }, AreaCode = communeCode },
        };
        return [new ImportPlacementsRequest { Options = new ImportOptions() }, new ImportPlacementsRequest { Rows = new PlacementRows { Rows = { row } } }];
    }

    /// <summary>An empty request; a command's gets a request id.</summary>
    public static IMessage Empty(MessageDescriptor type)
    {
        var message = type.Parser.ParseFrom(ByteString.Empty);
        Set(message, "request_id", Guid.NewGuid().ToString());
        return message;
    }

    static void Set(IMessage message, string field, string value) => message.Descriptor.FindFieldByName(field)?.Accessor.SetValue(message, value);
}
