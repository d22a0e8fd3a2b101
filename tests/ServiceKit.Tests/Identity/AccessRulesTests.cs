using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Identity;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Identity;

public sealed class AccessRulesTests
{
    static readonly Access good = new()
    {
        Permission = "test.write",
        Effect = Effect.Command,
        AreaRule = AreaRule.Field,
        AreaField = "inner.area_code",
    };

    // A service of one rpc with the given rule; its request holds inner.area_code, a number and a list.
    static ServiceDescriptor ServiceWith(Access? access, bool clientStreaming = false)
    {
        static FieldDescriptorProto Field(string name, int number, FieldDescriptorProto.Types.Type type, string? message = null, bool list = false)
        {
            var field = new FieldDescriptorProto { Name = name, Number = number, Type = type };
            field.Label = list ? FieldDescriptorProto.Types.Label.Repeated : FieldDescriptorProto.Types.Label.Optional;
            if (message is not null)
            {
                field.TypeName = message;
            }

            return field;
        }

        var method = new MethodDescriptorProto { Name = "Do", InputType = ".test.Request", OutputType = ".test.Request", ClientStreaming = clientStreaming };
        if (access is not null)
        {
            method.Options = new MethodOptions();
            method.Options.SetExtension(AccessExtensions.Access, access);
        }

        var file = new FileDescriptorProto
        {
            Name = "test.proto",
            Package = "test",
            Syntax = "proto3",
            Dependency = { AccessReflection.Descriptor.Name },
            MessageType =
            {
                new DescriptorProto
                {
                    Name = "Request",
                    Field =
                    {
                        Field("inner", 1, FieldDescriptorProto.Types.Type.Message, ".test.Inner"),
                        Field("inners", 2, FieldDescriptorProto.Types.Type.Message, ".test.Inner", list: true),
                        Field("number", 3, FieldDescriptorProto.Types.Type.Int32),
                    },
                },
                new DescriptorProto { Name = "Inner", Field = { Field("area_code", 1, FieldDescriptorProto.Types.Type.String) } },
            },
            Service = { new ServiceDescriptorProto { Name = "Doer", Method = { method } } },
        };
        var files = new[] { DescriptorReflection.Descriptor.SerializedData, AccessReflection.Descriptor.SerializedData, file.ToByteString() };
        return FileDescriptor.BuildFromByteStrings(files, new ExtensionRegistry { AccessExtensions.Access })[^1].Services[0];
    }

    static string Refuse(Access? access, bool clientStreaming = false) =>
        Should.Throw<InvalidOperationException>(() => new AccessRules().Add(ServiceWith(access, clientStreaming))).Message;

    static Access With(Action<Access> change)
    {
        var access = good.Clone();
        change(access);
        return access;
    }

    [Fact]
    public void Add_WhenTheRuleIsWhole_KnowsIt()
    {
        var rules = new AccessRules();
        rules.Add(ServiceWith(good));

        rules.Find("/test.Doer/Do").ShouldNotBeNull().Permission.ShouldBe("test.write");
    }

    [Fact]
    public void Add_WhenThereIsNoRule_Refuses() => Refuse(null).ShouldContain("Do: no permission declared");

    [Fact]
    public void Add_WhenThePermissionIsMissing_Refuses() => Refuse(With(access => access.Permission = "")).ShouldContain("permission");

    [Fact]
    public void Add_WhenTheEffectIsMissing_Refuses() => Refuse(With(access => access.Effect = Effect.Unspecified)).ShouldContain("effect");

    [Fact]
    public void Add_WhenTheAreaRuleIsMissing_Refuses() => Refuse(With(access => access.AreaRule = AreaRule.Unspecified)).ShouldContain("area rule");

    [Theory]
    [InlineData("")]
    [InlineData("area_code")]
    [InlineData("inner.code")]
    [InlineData("inner")]
    [InlineData("number")]
    [InlineData("inners.area_code")]
    [InlineData("inner.area_code.more")]
    public void Add_WhenTheAreaFieldIsNoString_Refuses(string path) => Refuse(With(access => access.AreaField = path)).ShouldContain($"\"{path}\"");

    [Fact]
    public void Add_WhenAStreamNamesOneField_Refuses() => Refuse(good, clientStreaming: true).ShouldContain("AREA_RULE_ROWS");

    [Fact]
    public void Add_WhenOneMessageNamesRows_Refuses() => Refuse(With(access => access.AreaRule = AreaRule.Rows)).ShouldContain("AREA_RULE_ROWS");

    [Fact]
    public void Add_KnowsEveryRpcOfTheContracts()
    {
        var rules = new AccessRules();
        rules.Add(PlacementService.Descriptor);

        rules.All.Count.ShouldBe(PlacementService.Descriptor.Methods.Count);
    }

    [Fact]
    public void AreaCodeOf_WhenTheMessageOnTheWayIsMissing_IsEmpty()
    {
        var rules = new AccessRules();
        rules.Add(EmployerService.Descriptor);
        var rule = rules.Find("/ansinh.employment.v1.EmployerService/RegisterEmployer")!;

        rule.AreaCodeOf(new RegisterEmployerRequest()).ShouldBe("");
        rule.AreaCodeOf(new RegisterEmployerRequest { Employer = new Employer { AreaCode = "42" } }).ShouldBe("42");
    }
}
