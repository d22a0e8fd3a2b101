using Grpc.Core;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Unit;

public sealed class StatusTests
{
    [Fact]
    public void Equality_LooksAtCodeAndDetailAndNotAtTheException()
    {
        var status = new Status(StatusCode.NotFound, "dossier");

        (status == new Status(StatusCode.NotFound, "dossier", new IOException())).ShouldBeTrue();
        (status != new Status(StatusCode.NotFound, "other")).ShouldBeTrue();
        (status != new Status(StatusCode.Aborted, "dossier")).ShouldBeTrue();
        status.Equals((object)new Status(StatusCode.NotFound, "dossier")).ShouldBeTrue();
        status.GetHashCode().ShouldBe(new Status(StatusCode.NotFound, "dossier").GetHashCode());
    }

    [Fact]
    public void Defaults_AreSuccessAndCancelledWithEmptyDetail()
    {
        Status.DefaultSuccess.ShouldBe(new Status(StatusCode.OK, ""));
        Status.DefaultCancelled.ShouldBe(new Status(StatusCode.Cancelled, ""));
    }

    [Fact]
    public void ToString_ShowsCodeDetailAndTheCause()
    {
        new Status(StatusCode.NotFound, "dossier").ToString().ShouldBe("Status(StatusCode=\"NotFound\", Detail=\"dossier\")");
        new Status(StatusCode.Unavailable, "x", new IOException("broken pipe")).ToString().ShouldContain("System.IO.IOException: broken pipe");
    }

    [Theory]
    [InlineData(StatusCode.OK, 0)]
    [InlineData(StatusCode.DeadlineExceeded, 4)]
    [InlineData(StatusCode.ResourceExhausted, 8)]
    [InlineData(StatusCode.Unavailable, 14)]
    [InlineData(StatusCode.Unauthenticated, 16)]
    public void Codes_HaveTheNumbersOfTheProtocol(StatusCode code, int number) => ((int)code).ShouldBe(number);

    [Fact]
    public void Codes_AreSeventeenWithoutAGap() => Enum.GetValues<StatusCode>().Select(code => (int)code).Order().ShouldBe(Enumerable.Range(0, 17));

    [Fact]
    public void RpcException_CarriesStatusTrailersMessageAndCause()
    {
        var cause = new IOException();
        var status = new Status(StatusCode.Unavailable, "down", cause);
        var trailers = new Metadata { { "a", "b" } };

        var exception = new RpcException(status, trailers);

        exception.Status.ShouldBe(status);
        exception.StatusCode.ShouldBe(StatusCode.Unavailable);
        exception.Trailers.ShouldBeSameAs(trailers);
        exception.Message.ShouldBe(status.ToString());
        exception.InnerException.ShouldBeSameAs(cause);
        new RpcException(status).Trailers.ShouldBeSameAs(Metadata.Empty);
        new RpcException(status, "message").Message.ShouldBe("message");
        new RpcException(status, trailers, "message").Message.ShouldBe("message");
        Should.Throw<ArgumentNullException>(() => new RpcException(status, (Metadata)null!));
    }
}
