using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Tests.Hosting;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Errors;

public sealed class ErrorInterceptorTests : IAsyncLifetime
{
    TestHost host = null!;

    public async Task InitializeAsync() => host = await TestHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    async Task<RpcException> CallAsync(Exception thrown, CancellationToken cancellationToken = default)
    {
        host.Probe.Act = _ => throw thrown;
        return await Should.ThrowAsync<RpcException>(
            async () => await host.Employers.GetEmployerAsync(new GetEmployerRequest(), host.Headers(), cancellationToken: cancellationToken));
    }

    [Fact]
    public async Task Refusal_ArrivesWithItsDetails()
    {
        var fault = await CallAsync(Refusal.Invalid("employer.tax_code", "employer.tax_code_malformed", "Mã số thuế phải có 10 hoặc 13 chữ số."));

        fault.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        var refusal = Refusal.From(fault).ShouldNotBeNull();
        refusal.Code.ShouldBe("employer.tax_code_malformed");
        refusal.Violations.Single().ShouldBe(new Violation("employer.tax_code", "employer.tax_code_malformed", "Mã số thuế phải có 10 hoặc 13 chữ số."));
    }

    [Fact]
    public async Task Fault_ShowsAnErrorIdAndNothingOfItself()
    {
        var fault = await CallAsync(new InvalidOperationException("SELECT secret FROM worker"));

        fault.StatusCode.ShouldBe(StatusCode.Internal);
        fault.Status.Detail.ShouldNotContain("secret");
        var status = Google.Rpc.Status.Parser.ParseFrom(fault.Trailers.GetValueBytes("grpc-status-details-bin"));
        status.ToByteString().ToStringUtf8().ShouldNotContain("secret");
        var id = status.Details.Single().Unpack<ErrorInfo>().Metadata["error_id"];
        fault.Status.Detail.ShouldContain(id);
    }

    [Fact]
    public async Task ConcurrentChange_IsAborted()
    {
        var fault = await CallAsync(new DbUpdateConcurrencyException());

        fault.StatusCode.ShouldBe(StatusCode.Aborted);
        Refusal.From(fault)!.Code.ShouldBe("etag.mismatch");
    }

    [Theory]
    [InlineData(5, "database.unavailable")]
    [InlineData(6, "database.unavailable")]
    [InlineData(10, "database.unavailable")]
    [InlineData(13, "database.full")]
    [InlineData(14, "database.unavailable")]
    public async Task DatabaseThatCannotNow_IsUnavailable(int sqliteError, string code)
    {
        var fault = await CallAsync(new DbUpdateException("not saved", new SqliteException("not now", sqliteError)));

        fault.StatusCode.ShouldBe(StatusCode.Unavailable);
        Refusal.From(fault)!.Code.ShouldBe(code);
    }

    [Fact]
    public async Task BrokenConstraint_IsAFaultOfOurs() =>
        (await CallAsync(new DbUpdateException("not saved", new SqliteException("constraint", 19)))).StatusCode.ShouldBe(StatusCode.Internal);

    [Fact]
    public async Task StatusOfTheHandler_PassesUnchanged()
    {
        var fault = await CallAsync(new RpcException(new Grpc.Core.Status(StatusCode.OutOfRange, "khác")));

        fault.StatusCode.ShouldBe(StatusCode.OutOfRange);
        fault.Status.Detail.ShouldBe("khác");
    }

    [Fact]
    public async Task CancelledCall_ReachesTheHandlersToken()
    {
        using var cancel = new CancellationTokenSource();
        var seen = new TaskCompletionSource();
        host.Probe.Act = async context =>
        {
            cancel.Cancel();
            try
            {
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
            }
            finally
            {
                seen.SetResult();
            }

            return "";
        };

        var fault = await Should.ThrowAsync<RpcException>(
            async () => await host.Employers.GetEmployerAsync(new GetEmployerRequest(), host.Headers(), cancellationToken: cancel.Token));

        fault.StatusCode.ShouldBe(StatusCode.Cancelled);
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task MessageAboveTheLimit_IsResourceExhausted()
    {
        var fault = await Should.ThrowAsync<RpcException>(async () => await host.Employers.GetEmployerAsync(
            new GetEmployerRequest { Name = new string('x', (4 * 1024 * 1024) + 1) }, host.Headers()));

        fault.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }
}
