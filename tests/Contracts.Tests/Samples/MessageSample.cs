using AnSinh.Contracts.Tests.Baseline;
using AnSinh.Contracts.Tests.Protos;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace AnSinh.Contracts.Tests.Samples;

/// <summary>A golden sample of a proto message: proto JSON in snake_case, and beside it the bytes on the wire.</summary>
sealed class MessageSample(SampleFile file, MessageDescriptor type)
{
    static readonly JsonFormatter formatter = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));

    static readonly IReadOnlyList<MessageDescriptor> types = [.. ProtoCatalogue.Descriptors().SelectMany(descriptor => descriptor.MessageTypes)];

    /// <summary>Messages that need a sample: the records of the contract. What only carries them over a call does not outlive it.</summary>
    public static IEnumerable<MessageDescriptor> Records => types.Where(type =>
        type.FullName != "ansinh.common.v1.Access"
        && !type.Name.EndsWith("Request", StringComparison.Ordinal)
        && !type.Name.EndsWith("Response", StringComparison.Ordinal));

    public static MessageDescriptor? TypeOf(SampleFile file) => types.FirstOrDefault(type => type.FullName == file.ContractName);

    public static MessageSample Of(string path) => new(SampleFile.Of(path), TypeOf(SampleFile.Of(path))!);

    public IMessage FromJson() => JsonParser.Default.Parse(file.Text, type);

    public IMessage FromLaterJson() => new JsonParser(JsonParser.Settings.Default.WithIgnoreUnknownFields(true)).Parse(file.WithUnknownMember(), type);

    public IMessage FromBytes(byte[] bytes) => type.Parser.ParseFrom(bytes);

    public static string Write(IMessage message) => SampleFile.Normalise(formatter.Format(message));

    public string Json => file.Normal;

    /// <summary>The bytes as shipped; made from the JSON when they are missing and this run may publish.</summary>
    public byte[] Bytes()
    {
        if (!File.Exists(file.BinaryPath) && PublishedContracts.UpdateRequested)
        {
            File.WriteAllBytes(file.BinaryPath, FromJson().ToByteArray());
        }

        return File.Exists(file.BinaryPath)
            ? File.ReadAllBytes(file.BinaryPath)
            : throw new FileNotFoundException($"{file.Path} has no .pb beside it: {PublishedContracts.HowToRefresh}");
    }

    /// <summary>This message's type and those of all messages set inside it.</summary>
    public static IEnumerable<string> TypesIn(IMessage message) =>
    [
        message.Descriptor.FullName,
        .. message.Descriptor.Fields.InDeclarationOrder()
            .Where(field => field is { FieldType: FieldType.Message, IsMap: false })
            .SelectMany(field => field.IsRepeated
                ? ((System.Collections.IEnumerable)field.Accessor.GetValue(message)).Cast<IMessage>()
                : field.Accessor.GetValue(message) is IMessage inner ? [inner] : [])
            .SelectMany(TypesIn),
    ];
}
