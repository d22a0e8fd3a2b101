using Google.Protobuf.Reflection;
using Shouldly;
using Xunit;

namespace AnSinh.Contracts.Tests.Protos;

public sealed class ProtoCommentTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Repository.PathOf("contracts", "proto"), "*.proto", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.PathOf("contracts", "proto"), file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryElement_HasACommentAboveIt(string file) =>
        ProtoSource.Read(TextOf(file)).Where(element => !element.Commented).Select(element => $"{file}:{element.Line} {element.Path}").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryFile_SaysFirstWhatItIsFor(string file) => TextOf(file).ShouldStartWith("// ");

    [Fact]
    public void Read_OverlooksNothingThatTheCompilerSaw()
    {
        foreach (var file in ProtoCatalogue.Descriptors().Select(descriptor => descriptor.ToProto()))
        {
            var found = ProtoSource.Read(TextOf(file.Name)).Select(element => element.Path).ToHashSet(StringComparer.Ordinal);

            ElementsOf(file).Except(found, StringComparer.Ordinal).ShouldBeEmpty(file.Name);
        }
    }

    [Fact]
    public void Read_WhenCommentsAreMissing_NamesTheElements()
    {
        const string text = """
            // Said.
            service Desk {
              rpc Open(A) returns (B) {
                option (x) = { permission: "p" };
              }
              // Said.
              rpc Close(A) returns (B);
            }

            message A {
              repeated string names = 1;
              map<string, int32> counts = 2; // said beside, not above
              // Said.
              oneof choice {
                // Said.
                B b = 3;
                ansinh.common.v1.C c = 4 [deprecated = true];
              }
              enum Kind {
                KIND_UNSPECIFIED = 0;
              }
            }
            """;

        ProtoSource.Read(text).Where(element => !element.Commented).Select(element => element.Path).ShouldBe(
            ["Desk.Open", "A", "A.names", "A.counts", "A.choice.c", "A.Kind", "A.Kind.KIND_UNSPECIFIED"]);
    }

    static string TextOf(string file) => File.ReadAllText(Repository.PathOf("contracts", "proto", file));

    static IEnumerable<string> ElementsOf(FileDescriptorProto file) =>
    [
        .. file.MessageType.SelectMany(message => ElementsOf(message, "")),
        .. file.EnumType.SelectMany(@enum => ElementsOf(@enum, "")),
        .. file.Service.Select(service => service.Name),
        .. file.Service.SelectMany(service => service.Method.Select(method => $"{service.Name}.{method.Name}")),
        .. file.Extension.Select(extension => $"extend.{extension.Name}"),
    ];

    static IEnumerable<string> ElementsOf(DescriptorProto message, string scope)
    {
        var path = $"{scope}{message.Name}";
        return
        [
            path,
            .. message.OneofDecl.Where((_, index) => !message.Field.Any(field => field.Proto3Optional && field.OneofIndex == index)).Select(oneof => $"{path}.{oneof.Name}"),
            .. message.Field.Select(field => field.HasOneofIndex && !field.Proto3Optional ? $"{path}.{message.OneofDecl[field.OneofIndex].Name}.{field.Name}" : $"{path}.{field.Name}"),
            .. message.EnumType.SelectMany(@enum => ElementsOf(@enum, $"{path}.")),
            .. message.NestedType.Where(nested => nested.Options?.MapEntry != true).SelectMany(nested => ElementsOf(nested, $"{path}.")),
        ];
    }

    static IEnumerable<string> ElementsOf(EnumDescriptorProto @enum, string scope) =>
        [$"{scope}{@enum.Name}", .. @enum.Value.Select(value => $"{scope}{@enum.Name}.{value.Name}")];
}
