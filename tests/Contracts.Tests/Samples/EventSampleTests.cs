using System.Text;
using AnSinh.Contracts.Events;
using Shouldly;
using Xunit;

namespace AnSinh.Contracts.Tests.Samples;

public sealed class EventSampleTests
{
    public static TheoryData<string> Samples => [.. SampleFile.All.Where(sample => EventTypes.Find(sample.ContractName) is not null).Select(sample => sample.Path)];

    [Fact]
    public void EveryEventRecord_HasASample() =>
        WithoutSample(EventTypes.All.Select(info => info.Name), SampleFile.All).ShouldBeEmpty("add contracts/samples/<area>/v<n>/<Record>.json");

    [Fact]
    public void ARecordWithoutASample_IsNamed() => WithoutSample(["ansinh.employment.v1.PlacementRecorded", "ansinh.employment.v1.JobFairHeld"], SampleFile.All)
        .ShouldBe(["ansinh.employment.v1.JobFairHeld"]);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_ReadsAndWritesBackTheSame(string path)
    {
        var sample = SampleFile.Of(path);

        var record = EventTypes.Read(sample.ContractName, sample.Bytes)!;

        SampleFile.Normalise(Encoding.UTF8.GetString(EventTypes.Write(record))).ShouldBe(sample.Normal);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_WithAMemberOfALaterVersion_StillReads(string path)
    {
        var sample = SampleFile.Of(path);

        var record = EventTypes.Read(sample.ContractName, Encoding.UTF8.GetBytes(sample.WithUnknownMember()))!;

        // Written and not compared as records, whose lists are equal only when they are the same list.
        SampleFile.Normalise(Encoding.UTF8.GetString(EventTypes.Write(record))).ShouldBe(sample.Normal);
    }

    [Fact]
    public void EverySample_BelongsToAnEventOrAMessage() => SampleFile.All
        .Where(sample => EventTypes.Find(sample.ContractName) is null && MessageSample.TypeOf(sample) is null)
        .Select(sample => sample.Path)
        .ShouldBeEmpty("what was shipped must stay readable");

    static IEnumerable<string> WithoutSample(IEnumerable<string> names, IEnumerable<SampleFile> samples) =>
        names.Except(samples.Select(sample => sample.ContractName), StringComparer.Ordinal);
}
