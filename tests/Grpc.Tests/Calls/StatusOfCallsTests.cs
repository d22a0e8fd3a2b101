using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Tests.Hosting;
using Grpc.Tests.Protos;
using Shouldly;
using Xunit;
using RichStatus = Google.Rpc.Status;
using Status = Grpc.Core.Status;

namespace Grpc.Tests.Calls;

public sealed class StatusOfCallsTests
{
    const string DetailsKey = "grpc-status-details-bin";

    public static TheoryData<StatusCode> Failures => [.. System.Enum.GetValues<StatusCode>().Where(code => code != StatusCode.OK)];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_OfEachCode_ReachesTheClient(StatusCode code)
    {
        await using var server = await EchoServer.StartAsync(new EchoHandlers { Say = (_, _) => throw new RpcException(new Status(code, "vì lý do")) });

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client().SayAsync(new EchoRequest()));

        failure.Status.ShouldBe(new Status(code, "vì lý do"));
    }

    [Fact]
    public async Task Failure_SetOnTheContext_FailsTheCallThoughTheMethodReturns()
    {
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Say = (_, context) =>
            {
                context.Status = new Status(StatusCode.Aborted, "collided");
                return Task.FromResult(new EchoReply());
            },
        });

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client().SayAsync(new EchoRequest()));
        failure.StatusCode.ShouldBe(StatusCode.Aborted);
    }

    [Fact]
    public async Task Failure_WithRichDetails_IsReadBackWhole()
    {
        var rich = new RichStatus
        {
            Code = (int)StatusCode.InvalidArgument,
            Message = "refused",
            Details =
            {
                // Version 2.0.0 of the package still calls field 1 "type"; the protocol has called it "reason" since.
                Any.Pack(new ErrorInfo { Type = "placement.start_in_future", Domain = "employment", Metadata = { ["limit"] = "2020-06-30" } }),
                Any.Pack(new BadRequest
                {
                    FieldViolations = { new BadRequest.Types.FieldViolation { Field = "start", Description = "Ngày ở tương lai" } },
                }),
            },
        };
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Say = (_, _) => throw new RpcException(
                new Status(StatusCode.InvalidArgument, "refused"), new Metadata { { DetailsKey, rich.ToByteArray() } }),
        });

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client().SayAsync(new EchoRequest()));

        var read = RichStatus.Parser.ParseFrom(failure.Trailers.GetValueBytes(DetailsKey));
        read.ShouldBe(rich);
        read.Details[0].Unpack<ErrorInfo>().Type.ShouldBe("placement.start_in_future");
        read.Details[1].Unpack<BadRequest>().FieldViolations.Single().Field.ShouldBe("start");
    }

    [Fact]
    public async Task Failure_InTheMiddleOfAStream_ComesAfterTheMessagesBeforeIt()
    {
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Repeat = async (_, responses, _) =>
            {
                await responses.WriteAsync(new EchoReply { Text = "before" });
                throw new RpcException(new Status(StatusCode.DataLoss, "lost"));
            },
        });

        using var call = server.Client().Repeat(new EchoRequest());
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext());

        failure.StatusCode.ShouldBe(StatusCode.DataLoss);
        call.GetStatus().Detail.ShouldBe("lost");
    }

    [Fact]
    public async Task Exception_WithoutAStatus_IsUnknownAndItsTextStaysOnTheServer()
    {
        await using var server = await EchoServer.StartAsync(new EchoHandlers { Say = (_, _) => throw new InvalidOperationException("secret") });

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client().SayAsync(new EchoRequest()));

        failure.StatusCode.ShouldBe(StatusCode.Unknown);
        failure.Status.Detail.ShouldNotContain("secret");
    }
}
