using Google.Protobuf;
using Shouldly;
using Xunit;

namespace AnSinh.Contracts.Tests.Samples;

public sealed class MessageSampleTests
{
    // Field 50000, a varint: what a writer of a later version may send.
    static readonly byte[] unknownField = [0x80, 0xB5, 0x18, 0x07];

    static readonly IReadOnlyList<string> paths = [.. SampleFile.All.Where(sample => MessageSample.TypeOf(sample) is not null).Select(sample => sample.Path)];

    public static TheoryData<string> Samples => [.. paths];

    [Fact]
    public void EveryMessage_StandsInASample_OnItsOwnOrInsideAnother()
    {
        var shown = paths.SelectMany(path => MessageSample.TypesIn(MessageSample.Of(path).FromJson()));

        MessageSample.Records.Select(type => type.FullName).Except(shown, StringComparer.Ordinal)
            .ShouldBeEmpty("add contracts/samples/<area>/v<n>/<Message>.json");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_AsJson_ReadsAndWritesBackTheSame(string path) =>
        MessageSample.Write(MessageSample.Of(path).FromJson()).ShouldBe(MessageSample.Of(path).Json);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_AsBytes_SaysTheSameAndWritesBackTheSame(string path)
    {
        var sample = MessageSample.Of(path);

        var message = sample.FromBytes(sample.Bytes());

        message.ShouldBe(sample.FromJson());
        message.ToByteArray().ShouldBe(sample.Bytes());
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_WithAMemberOfALaterVersion_StillReads(string path) =>
        MessageSample.Of(path).FromLaterJson().ShouldBe(MessageSample.Of(path).FromJson());

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_WithAFieldOfALaterVersion_StillReads_AndKeepsTheField(string path)
    {
        var sample = MessageSample.Of(path);
        byte[] later = [.. sample.Bytes(), .. unknownField];

        var message = sample.FromBytes(later);

        MessageSample.Write(message).ShouldBe(sample.Json);
        message.ToByteArray().ShouldBe(later);
    }
}
