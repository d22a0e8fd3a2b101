using AnSinh.ServiceKit.Errors;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Errors;

public sealed class RefusalTests
{
    [Fact]
    public void ToRpcException_WhenFieldsAreWrong_NamesEachFieldAndCode()
    {
        var fault = Refusal.Invalid(
            new Violation("placement.start_date", "placement.start_date_in_future", "Ngày bắt đầu không được ở tương lai."),
            new Violation("placement.area_code", "area.unknown", "Không có xã nào mang mã 99999.")).ToRpcException();

        fault.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        fault.Status.Detail.ShouldBe("Ngày bắt đầu không được ở tương lai.");
        var status = Google.Rpc.Status.Parser.ParseFrom(fault.Trailers.GetValueBytes("grpc-status-details-bin"));
        var info = status.Details.Single(detail => detail.Is(ErrorInfo.Descriptor)).Unpack<ErrorInfo>();
        info.Type.ShouldBe("placement.start_date_in_future");
        info.Domain.ShouldBe("ansinh");
        info.Metadata["placement.area_code"].ShouldBe("area.unknown");
        var request = status.Details.Single(detail => detail.Is(BadRequest.Descriptor)).Unpack<BadRequest>();
        request.FieldViolations.Select(violation => violation.Field).ShouldBe(["placement.start_date", "placement.area_code"]);
    }

    [Fact]
    public void ToRpcException_WhenTheStateForbids_CarriesPreconditionFailure()
    {
        var fault = Refusal.Precondition("placement.voided", "Bản ghi đã bị hủy.").ToRpcException();

        fault.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        var status = Google.Rpc.Status.Parser.ParseFrom(fault.Trailers.GetValueBytes("grpc-status-details-bin"));
        var failure = status.Details.Single(detail => detail.Is(PreconditionFailure.Descriptor)).Unpack<PreconditionFailure>();
        failure.Violations.Single().Type.ShouldBe("placement.voided");
    }

    [Fact]
    public void Conflict_CarriesTheCurrentEtag() =>
        Refusal.From(Refusal.Conflict("etag.mismatch", "Đã đổi.", "7").ToRpcException())!.Metadata[Refusal.EtagKey].ShouldBe("7");

    [Theory]
    [InlineData(RefusalKind.Invalid, StatusCode.InvalidArgument)]
    [InlineData(RefusalKind.NotFound, StatusCode.NotFound)]
    [InlineData(RefusalKind.AlreadyExists, StatusCode.AlreadyExists)]
    [InlineData(RefusalKind.FailedPrecondition, StatusCode.FailedPrecondition)]
    [InlineData(RefusalKind.Denied, StatusCode.PermissionDenied)]
    [InlineData(RefusalKind.Unauthenticated, StatusCode.Unauthenticated)]
    [InlineData(RefusalKind.Conflict, StatusCode.Aborted)]
    [InlineData(RefusalKind.Exhausted, StatusCode.ResourceExhausted)]
    [InlineData(RefusalKind.Unavailable, StatusCode.Unavailable)]
    public void ToRpcException_MapsEveryKind(RefusalKind kind, StatusCode code) =>
        new Refusal(kind, "a.b", "Không được.").ToRpcException().StatusCode.ShouldBe(code);

    [Fact]
    public void From_ReadsBackWhatWasSent() => Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt>(),
        count =>
        {
            // Fields repeat, so that several codes of one field keep their order.
            var sent = Enumerable.Range(0, 1 + (count.Get % 20)).Select(i => new Violation($"field{i % 3}", $"code.{i}", $"Sai thứ {i}.")).ToList();
            var read = Refusal.From(Refusal.Invalid(sent).ToStatus());
            return read is not null && read.Violations.SequenceEqual(sent) && read.Code == "code.0" && read.Metadata.Count == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ToRpcException_WhenAThousandFieldsAreWrong_StaysBelowTheHeaderLimit()
    {
        var many = Enumerable.Range(0, 1000).Select(i => new Violation($"rows[{i}].start_date", "placement.start_date_in_future", new string('ữ', 500))).ToList();

        Refusal.Invalid(many).ToStatus().ToByteArray().Length.ShouldBeLessThan(6000);
    }

    [Fact]
    public void From_WhenTheErrorIsNoRefusal_IsNull()
    {
        Refusal.From(new RpcException(new Grpc.Core.Status(StatusCode.Internal, "x"))).ShouldBeNull();
        Refusal.From(new RpcException(new Grpc.Core.Status(StatusCode.Internal, "x"), new Metadata { { "grpc-status-details-bin", [0xff, 0xff] } })).ShouldBeNull();
    }
}
