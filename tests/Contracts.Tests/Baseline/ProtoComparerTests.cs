using AnSinh.Contracts.Tests.Protos;
using Google.Protobuf.Reflection;
using Shouldly;
using Xunit;

namespace AnSinh.Contracts.Tests.Baseline;

public sealed class ProtoComparerTests
{
    public static TheoryData<string> Kinds => [.. BrokenProtos.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Compare_WhenACopyIsBroken_SaysWhatBroke(string kind)
    {
        var broken = ProtoCatalogue.CurrentFiles();
        BrokenProtos.All[kind].Apply(broken);

        var changes = ProtoComparer.BreakingChanges(ProtoCatalogue.Current(), ProtoCatalogue.Of(broken));

        changes.ShouldContain(BrokenProtos.All[kind].Message);
    }

    [Fact]
    public void Compare_WhenNothingChanged_IsSilent() =>
        ProtoComparer.BreakingChanges(ProtoCatalogue.Current(), ProtoCatalogue.Current()).ShouldBeEmpty();

    [Fact]
    public void Compare_WhenThingsWereAdded_BreaksNothingAndNamesThem()
    {
        var files = ProtoCatalogue.CurrentFiles();
        BrokenProtos.Message(files, "Placement").Field.Add(new FieldDescriptorProto { Name = "remark", Number = 99 });
        BrokenProtos.Channel(files).Value.Add(new EnumValueDescriptorProto { Name = "CHANNEL_JOB_FAIR", Number = 99 });
        BrokenProtos.File(files, "placement").MessageType.Add(new DescriptorProto { Name = "Remark" });
        BrokenProtos.File(files, "placement").Service[0].Method.Add(new MethodDescriptorProto { Name = "AddRemark" });
        var grown = ProtoCatalogue.Of(files);

        ProtoComparer.BreakingChanges(ProtoCatalogue.Current(), grown).ShouldBeEmpty();
        ProtoComparer.Additions(ProtoCatalogue.Current(), grown).ShouldBe(
            [
                "field ansinh.employment.v1.Placement.remark",
                "message ansinh.employment.v1.Remark",
                "rpc ansinh.employment.v1.PlacementService/AddRemark",
                "value ansinh.employment.v1.Channel.CHANNEL_JOB_FAIR",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Compare_WhenAFileMovedWithinItsPackage_BreaksNothing()
    {
        var files = ProtoCatalogue.CurrentFiles();
        BrokenProtos.File(files, "placement").Name = "ansinh/employment/v1/moved.proto";

        ProtoComparer.BreakingChanges(ProtoCatalogue.Current(), ProtoCatalogue.Of(files)).ShouldBeEmpty();
    }
}
