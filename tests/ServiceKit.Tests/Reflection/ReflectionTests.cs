using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Tests.Hosting;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Reflection;

public sealed class ReflectionTests : IAsyncLifetime
{
    TestHost host = null!;

    public async Task InitializeAsync() => host = await TestHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest request)
    {
        using var call = new ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(request);
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        var answer = call.ResponseStream.Current;
        answer.OriginalRequest.ShouldBe(request);
        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
        return answer;
    }

    static List<FileDescriptorProto> Files(ServerReflectionResponse answer) =>
        [.. answer.FileDescriptorResponse.FileDescriptorProto.Select(bytes => FileDescriptorProto.Parser.ParseFrom(bytes))];

    [Fact]
    public async Task ListServices_NamesWhatIsServed() =>
        (await AskAsync(new() { ListServices = "" })).ListServicesResponse.Service.Select(service => service.Name)
            .ShouldBe(["ansinh.employment.v1.EmployerService", "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection"]);

    [Fact]
    public async Task FileByFilename_IsTheCompiledDescriptorWithItsImports()
    {
        var answer = await AskAsync(new() { FileByFilename = "ansinh/employment/v1/worker.proto" });

        answer.FileDescriptorResponse.FileDescriptorProto[0].ShouldBe(EmployerService.Descriptor.File.SerializedData);
        Files(answer).Select(file => file.Name).ShouldBe(
            [
                "ansinh/employment/v1/worker.proto", "ansinh/common/v1/access.proto", "google/protobuf/timestamp.proto", "google/type/date.proto",
                "google/protobuf/descriptor.proto",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("ansinh.employment.v1.EmployerService")]
    [InlineData("ansinh.employment.v1.EmployerService.RegisterEmployer")]
    [InlineData("ansinh.employment.v1.Employer")]
    [InlineData("ansinh.employment.v1.Employer.tax_code")]
    [InlineData("ansinh.employment.v1.Sex")]
    [InlineData("ansinh.employment.v1.SEX_MALE")]
    public async Task FileContainingSymbol_FindsIt(string symbol) =>
        Files(await AskAsync(new() { FileContainingSymbol = symbol }))[0].Name.ShouldBe("ansinh/employment/v1/worker.proto");

    [Theory]
    [InlineData("grpc.health.v1.HealthCheckResponse.ServingStatus", "grpc/health/v1/health.proto")]
    [InlineData("grpc.health.v1.HealthCheckResponse.SERVING", "grpc/health/v1/health.proto")]
    [InlineData("grpc.reflection.v1.ServerReflectionRequest.message_request", "grpc/reflection/v1/reflection.proto")]
    [InlineData("google.protobuf.MethodOptions", "google/protobuf/descriptor.proto")]
    [InlineData("google.protobuf.FieldDescriptorProto.Type", "google/protobuf/descriptor.proto")]
    [InlineData("ansinh.common.v1.access", "ansinh/common/v1/access.proto")]
    public async Task FileContainingSymbol_FindsWhatIsNestedOrImported(string symbol, string file) =>
        Files(await AskAsync(new() { FileContainingSymbol = symbol }))[0].Name.ShouldBe(file);

    [Fact]
    public async Task FileContainingExtension_FindsTheAccessRule() =>
        Files(await AskAsync(new() { FileContainingExtension = new ExtensionRequest { ContainingType = "google.protobuf.MethodOptions", ExtensionNumber = 50301 } }))[0]
            .Name.ShouldBe("ansinh/common/v1/access.proto");

    [Fact]
    public async Task AllExtensionNumbersOfType_ListsThem()
    {
        (await AskAsync(new() { AllExtensionNumbersOfType = "google.protobuf.MethodOptions" })).AllExtensionNumbersResponse.ExtensionNumber.ShouldBe([50301]);
        (await AskAsync(new() { AllExtensionNumbersOfType = "ansinh.employment.v1.Employer" })).AllExtensionNumbersResponse.ExtensionNumber.ShouldBeEmpty();
    }

    public static TheoryData<ServerReflectionRequest> Unknown => new()
    {
        new ServerReflectionRequest { FileByFilename = "no.proto" },
        new ServerReflectionRequest { FileContainingSymbol = "no.Such" },
        new ServerReflectionRequest { AllExtensionNumbersOfType = "no.Such" },
        new ServerReflectionRequest { FileContainingExtension = new ExtensionRequest { ContainingType = "google.protobuf.MethodOptions", ExtensionNumber = 1 } },
    };

    [Theory]
    [MemberData(nameof(Unknown))]
    public async Task Question_WhenThereIsNoSuchThing_IsAnsweredNotFound(ServerReflectionRequest request) =>
        (await AskAsync(request)).ErrorResponse.ErrorCode.ShouldBe((int)StatusCode.NotFound);

    [Fact]
    public async Task Question_WhenItAsksNothing_IsAnsweredInvalid() => (await AskAsync(new())).ErrorResponse.ErrorCode.ShouldBe((int)StatusCode.InvalidArgument);

    [Fact]
    public async Task Descriptors_AsReflected_LinkToTheSameServices()
    {
        // A tool has nothing but the answers: every file that they need must be among them.
        var answer = await AskAsync(new() { FileContainingSymbol = EmployerService.Descriptor.FullName });
        var bytes = answer.FileDescriptorResponse.FileDescriptorProto.ToDictionary(file => FileDescriptorProto.Parser.ParseFrom(file).Name);
        var ordered = new List<ByteString>();
        void Visit(string name)
        {
            if (bytes.Remove(name, out var file))
            {
                foreach (var import in FileDescriptorProto.Parser.ParseFrom(file).Dependency)
                {
                    Visit(import);
                }

                ordered.Add(file);
            }
        }

        Visit("ansinh/employment/v1/worker.proto");

        FileDescriptor.BuildFromByteStrings(ordered)[^1].Services.Select(service => service.FullName)
            .ShouldBe(EmployerService.Descriptor.File.Services.Select(service => service.FullName));
    }
}
