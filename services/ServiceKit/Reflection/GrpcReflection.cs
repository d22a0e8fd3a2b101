using AnSinh.ServiceKit.Hosting;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace AnSinh.ServiceKit.Reflection;

/// <summary>grpc.reflection.v1: tells tools what this process serves. The contracts are public; nothing about data or people is told.</summary>
public sealed class GrpcReflection : ServerReflection.ServerReflectionBase
{
    readonly DescriptorRegistry registry;
    readonly Draining draining;

    /// <summary>Serves what the descriptors declare.</summary>
    /// <param name="services">The served services.</param>
    /// <param name="draining">Ends conversations when the process stops.</param>
    internal GrpcReflection(IEnumerable<ServiceDescriptor> services, Draining draining)
    {
        registry = new DescriptorRegistry(services);
        this.draining = draining;
    }

    /// <inheritdoc />
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream, IServerStreamWriter<ServerReflectionResponse> responseStream, ServerCallContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, draining.Token);
        while (await requestStream.MoveNext(ending.Token))
        {
            await responseStream.WriteAsync(Answer(requestStream.Current), ending.Token);
        }
    }

    internal ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = new ServerReflectionResponse { ValidHost = request.Host, OriginalRequest = request };
        switch (request.MessageRequestCase)
        {
            case ServerReflectionRequest.MessageRequestOneofCase.FileByFilename:
                AnswerFile(response, registry.File(request.FileByFilename), $"file \"{request.FileByFilename}\"");
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol:
                AnswerFile(response, registry.FileOfSymbol(request.FileContainingSymbol), $"symbol \"{request.FileContainingSymbol}\"");
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingExtension:
                var asked = request.FileContainingExtension;
                AnswerFile(
                    response, registry.FileOfExtension(asked.ContainingType, asked.ExtensionNumber), $"extension {asked.ExtensionNumber} of \"{asked.ContainingType}\"");
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType:
                AnswerNumbers(response, request.AllExtensionNumbersOfType);
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.ListServices:
                response.ListServicesResponse = new ListServiceResponse();
                response.ListServicesResponse.Service.AddRange(registry.Services.Select(name => new ServiceResponse { Name = name }));
                break;
            default:
                response.ErrorResponse = Error(StatusCode.InvalidArgument, "The request asks nothing.");
                break;
        }

        return response;
    }

    static void AnswerFile(ServerReflectionResponse response, FileDescriptor? file, string what)
    {
        if (file is null)
        {
            response.ErrorResponse = Error(StatusCode.NotFound, $"No {what}.");
            return;
        }

        response.FileDescriptorResponse = new FileDescriptorResponse();
        response.FileDescriptorResponse.FileDescriptorProto.AddRange(DescriptorRegistry.WithImports(file).Select(each => each.SerializedData));
    }

    void AnswerNumbers(ServerReflectionResponse response, string type)
    {
        if (registry.ExtensionNumbers(type) is not { } numbers)
        {
            response.ErrorResponse = Error(StatusCode.NotFound, $"No message \"{type}\".");
            return;
        }

        response.AllExtensionNumbersResponse = new ExtensionNumberResponse { BaseTypeName = type };
        response.AllExtensionNumbersResponse.ExtensionNumber.AddRange(numbers);
    }

    static ErrorResponse Error(StatusCode code, string message) => new() { ErrorCode = (int)code, ErrorMessage = message };
}
