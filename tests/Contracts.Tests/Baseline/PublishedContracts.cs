using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Tests.Protos;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace AnSinh.Contracts.Tests.Baseline;

/// <summary>
/// The contracts as published, from <c>contracts/baseline</c>. With ANSINH_UPDATE_BASELINE=1 what is new is written there first, but
/// never over a breaking change: that needs a new major version, not a new baseline.
/// </summary>
static class PublishedContracts
{
    public const string HowToRefresh =
        "not in contracts/baseline yet; publish it with: ANSINH_UPDATE_BASELINE=1 dotnet test tests/Contracts.Tests";

    static readonly Lazy<ProtoCatalogue> protos = new(() =>
        Load("protos.pb", ReadProtos, ProtoCatalogue.Current, ProtoComparer.BreakingChanges, WriteProtos));

    static readonly Lazy<EventSchemas> events = new(() =>
        Load("events.json", EventSchemas.Parse, EventSchemas.Current, EventComparer.BreakingChanges, WriteEvents));

    /// <summary>Whether this run may write what is new to the checked-in files.</summary>
    public static bool UpdateRequested => Environment.GetEnvironmentVariable("ANSINH_UPDATE_BASELINE") == "1";

    public static ProtoCatalogue Protos => protos.Value;

    public static EventSchemas Events => events.Value;

    static T Load<T>(
        string name, Func<byte[], T> read, Func<T> current, Func<T, T, IReadOnlyList<string>> breakingChanges, Action<string> write)
    {
        var file = Repository.PathOf("contracts", "baseline", name);
        if (UpdateRequested && (!File.Exists(file) || breakingChanges(read(File.ReadAllBytes(file)), current()).Count == 0))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            write(file);
        }

        return read(File.ReadAllBytes(file));
    }

    static ProtoCatalogue ReadProtos(byte[] bytes) => ProtoCatalogue.Of(
        FileDescriptorSet.Parser.WithExtensionRegistry([AccessExtensions.Access]).ParseFrom(bytes).File);

    // The whole set, dependencies too, so that grpcurl -protoset and protoc read the file as it is.
    static void WriteProtos(string file) =>
        File.WriteAllBytes(file, new FileDescriptorSet { File = { ProtoCatalogue.CurrentFiles() } }.ToByteArray());

    static void WriteEvents(string file) => File.WriteAllText(file, EventSchemas.Current().Write());
}
