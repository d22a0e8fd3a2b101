using AnSinh.Contracts.Common.V1;
using Google.Protobuf.Reflection;
using Shouldly;
using Xunit;

namespace AnSinh.Contracts.Tests.Protos;

public sealed class ProtoRulesTests
{
    [Fact]
    public void EveryRpc_KeepsTheRules() => RpcRules.Problems(ProtoCatalogue.Current()).ShouldBeEmpty();

    [Fact]
    public void EveryEnum_KeepsTheRules() => EnumRules.Problems(ProtoCatalogue.Current()).ShouldBeEmpty();

    [Fact]
    public void Catalogue_FindsTheServices_SoThatTheRulesCheckSomething() =>
        new[] { "ansinh.employment.v1.PlacementService", "ansinh.events.v1.EventFeed", "ansinh.reporting.v1.IndicatorService" }
            .ShouldBeSubsetOf(ProtoCatalogue.Current().Services.Keys);

    [Theory]
    [InlineData("Open", Effect.Unspecified, AreaRule.Unspecified, "", "has no effect", "has no area rule")]
    [InlineData("Open", Effect.Query, AreaRule.Field, "desk.area", "area_field \"desk.area\" is not a string field of the request")]
    [InlineData("Open", Effect.Query, AreaRule.Field, "page_size", "area_field \"page_size\" is not a string field of the request")]
    [InlineData("Open", Effect.Query, AreaRule.None, "page_token", "has an area_field that nothing reads")]
    [InlineData("Open", Effect.Query, AreaRule.Rows, "", "compares areas row by row but does not stream requests")]
    [InlineData("Open", Effect.Bulk, AreaRule.None, "", "is bulk but does not stream requests")]
    [InlineData("Open", Effect.Command, AreaRule.None, "", "is a command without a request_id")]
    [InlineData("ListDesks", Effect.Query, AreaRule.None, "", "lists without next_page_token")]
    public void AnRpc_ThatBreaksARule_IsNamed(string name, Effect effect, AreaRule areaRule, string areaField, params string[] problems)
    {
        var access = new Access { Permission = "desk.read", Effect = effect, AreaRule = areaRule, AreaField = areaField };

        RpcRules.Problems(Desk(name, access)).ShouldBe(problems.Select(problem => $"ansinh.desk.v1.DeskService/{name}: {problem}"));
    }

    [Fact]
    public void AnRpc_WithoutAnAccessRule_IsNamed() =>
        RpcRules.Problems(Desk("Open", null)).ShouldBe(["ansinh.desk.v1.DeskService/Open: has no access rule"]);

    [Fact]
    public void AnRpc_WithAnOddPermission_IsNamed() => RpcRules
        .Problems(Desk("Open", new Access { Permission = "Everything", Effect = Effect.Query, AreaRule = AreaRule.None }))
        .ShouldBe(["ansinh.desk.v1.DeskService/Open: permission \"Everything\" is not of the form area.record.verb"]);

    [Fact]
    public void AnEnum_ThatStartsWithAMeaning_IsNamed()
    {
        var file = new FileDescriptorProto { Package = "ansinh.desk.v1" };
        file.EnumType.Add(new EnumDescriptorProto { Name = "DeskState", Value = { new EnumValueDescriptorProto { Name = "OPEN", Number = 0 } } });

        EnumRules.Problems(ProtoCatalogue.Of([file])).ShouldBe(
            ["ansinh.desk.v1.DeskState starts with OPEN = 0, not DESK_STATE_UNSPECIFIED = 0", "ansinh.desk.v1.DeskState.OPEN lacks the prefix DESK_STATE_"]);
    }

    static ProtoCatalogue Desk(string rpc, Access? access)
    {
        var method = new MethodDescriptorProto { Name = rpc, InputType = ".ansinh.desk.v1.Request", OutputType = ".ansinh.desk.v1.Request" };
        if (access is not null)
        {
            method.Options = new MethodOptions();
            method.Options.SetExtension(AccessExtensions.Access, access);
        }

        return ProtoCatalogue.Of([new FileDescriptorProto
        {
            Package = "ansinh.desk.v1",
            MessageType = { new DescriptorProto { Name = "Request", Field = { Field("page_size", FieldDescriptorProto.Types.Type.Int32), Field("page_token", FieldDescriptorProto.Types.Type.String) } } },
            Service = { new ServiceDescriptorProto { Name = "DeskService", Method = { method } } },
        }]);
    }

    static FieldDescriptorProto Field(string name, FieldDescriptorProto.Types.Type type) =>
        new() { Name = name, Type = type, Label = FieldDescriptorProto.Types.Label.Optional };
}
