using AnSinh.Contracts.Common.V1;
using Google.Protobuf.Reflection;
using static Google.Protobuf.Reflection.FieldDescriptorProto.Types;

namespace AnSinh.Contracts.Tests.Baseline;

/// <summary>Copies of today's protos, each broken in one way, with what the comparer must say about it.</summary>
static class BrokenProtos
{
    const string Employment = "ansinh.employment.v1";
    const string Placement = $"{Employment}.Placement";
    const string Service = $"{Employment}.PlacementService";

    /// <summary>Kind of break → the change and the message that it must cause.</summary>
    public static readonly IReadOnlyDictionary<string, Break> All = new Dictionary<string, Break>(StringComparer.Ordinal)
    {
        ["message removed"] = new(files => File(files, "placement").MessageType.Remove(Message(files, "Placement")), $"message {Placement} was removed"),
        ["field removed"] = new(files => Message(files, "Placement").Field.Remove(Field(files, "worker")), $"field {Placement}.worker was removed"),
        ["field renamed"] = new(files => Field(files, "worker").Name = "labourer", $"field {Placement}.worker was renamed to labourer"),
        ["field renumbered"] = new(files => Field(files, "worker").Number = 77, $"field {Placement}.worker was renumbered from 2 to 77"),
        ["two fields swapped"] = new(SwapWorkerAndEmployer, $"field {Placement}.worker was renumbered from 2 to 3"),
        ["field retyped"] = new(files => Field(files, "worker").Type = FieldDescriptorProto.Types.Type.Int64,
            $"field {Placement}.worker was retyped from string to int64"),
        ["message type replaced"] = new(files => Field(files, "start_date").TypeName = ".google.protobuf.Timestamp",
            $"field {Placement}.start_date was retyped from google.type.Date to google.protobuf.Timestamp"),
        ["field made repeated"] = new(files => Field(files, "worker").Label = Label.Repeated,
            $"field {Placement}.worker changed cardinality from singular to repeated"),
        ["presence added"] = new(files => Field(files, "worker").Proto3Optional = true,
            $"field {Placement}.worker changed cardinality from singular to optional"),
        ["field left its oneof"] = new(files => Message(files, "ImportPlacementsRequest").Field[0].ClearOneofIndex(),
            $"field {Employment}.ImportPlacementsRequest.options moved from oneof content to no oneof"),
        ["enum removed"] = new(files => File(files, "placement").EnumType.RemoveAt(0), $"enum {Employment}.Channel was removed"),
        ["enum value removed"] = new(files => Channel(files).Value.RemoveAt(2), $"value {Employment}.Channel.CHANNEL_LOAN was removed"),
        ["enum value renamed"] = new(files => Channel(files).Value[2].Name = "CHANNEL_CREDIT",
            $"value {Employment}.Channel.CHANNEL_LOAN was renamed to CHANNEL_CREDIT"),
        ["enum value renumbered"] = new(files => Channel(files).Value[2].Number = 9, $"value {Employment}.Channel.CHANNEL_LOAN was renumbered from 2 to 9"),
        ["service removed"] = new(files => File(files, "placement").Service.Clear(), $"service {Service} was removed"),
        ["rpc removed"] = new(files => File(files, "placement").Service[0].Method.Remove(Rpc(files)), $"rpc {Service}/RecordPlacement was removed"),
        ["request replaced"] = new(files => Rpc(files).InputType = $".{Placement}",
            $"rpc {Service}/RecordPlacement changed request from \"{Employment}.RecordPlacementRequest\" to \"{Placement}\""),
        ["response replaced"] = new(files => Rpc(files).OutputType = $".{Employment}.Worker",
            $"rpc {Service}/RecordPlacement changed response from \"{Placement}\" to \"{Employment}.Worker\""),
        ["response streamed"] = new(files => Rpc(files).ServerStreaming = true,
            $"rpc {Service}/RecordPlacement changed streaming from \"unary\" to \"server stream\""),
        ["request streamed"] = new(files => Rpc(files).ClientStreaming = true,
            $"rpc {Service}/RecordPlacement changed streaming from \"unary\" to \"client stream\""),
        ["permission changed"] = new(files => Access(files).Permission = "employment.all",
            $"rpc {Service}/RecordPlacement changed permission from \"employment.placements.write\" to \"employment.all\""),
        ["effect changed"] = new(files => Access(files).Effect = Effect.Query, $"rpc {Service}/RecordPlacement changed effect from \"Command\" to \"Query\""),
        ["area rule changed"] = new(files => Access(files).AreaRule = AreaRule.None,
            $"rpc {Service}/RecordPlacement changed area rule from \"Field\" to \"None\""),
        ["area field changed"] = new(files => Access(files).AreaField = "placement.name",
            $"rpc {Service}/RecordPlacement changed area field from \"placement.area_code\" to \"placement.name\""),
        ["access rule dropped"] = new(files => Rpc(files).Options = null,
            $"rpc {Service}/RecordPlacement changed permission from \"employment.placements.write\" to \"\""),
    };

    public static DescriptorProto Message(IReadOnlyList<FileDescriptorProto> files, string name) =>
        File(files, "placement").MessageType.Single(message => message.Name == name);

    public static FileDescriptorProto File(IReadOnlyList<FileDescriptorProto> files, string name) =>
        files.Single(file => file.Name == $"ansinh/employment/v1/{name}.proto");

    public static MethodDescriptorProto Rpc(IReadOnlyList<FileDescriptorProto> files) => File(files, "placement").Service[0].Method[0];

    public static EnumDescriptorProto Channel(IReadOnlyList<FileDescriptorProto> files) =>
        File(files, "placement").EnumType.Single(@enum => @enum.Name == "Channel");

    static FieldDescriptorProto Field(IReadOnlyList<FileDescriptorProto> files, string name) =>
        Message(files, "Placement").Field.Single(field => field.Name == name);

    static Access Access(IReadOnlyList<FileDescriptorProto> files) => Rpc(files).Options.GetExtension(AccessExtensions.Access);

    static void SwapWorkerAndEmployer(IReadOnlyList<FileDescriptorProto> files) =>
        (Field(files, "worker").Name, Field(files, "employer").Name) = ("employer", "worker");
}

/// <summary>One way to break the protos.</summary>
/// <param name="Apply">Breaks a copy.</param>
/// <param name="Message">What the comparer must say.</param>
sealed record Break(Action<IReadOnlyList<FileDescriptorProto>> Apply, string Message);
