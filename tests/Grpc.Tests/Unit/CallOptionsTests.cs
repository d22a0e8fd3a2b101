using Grpc.Core;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Unit;

public sealed class CallOptionsTests
{
    static readonly DateTime Deadline = new(2030, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Fact]
    public void Options_WhenNothingIsGiven_AreEmpty()
    {
        var options = new CallOptions();

        options.Headers.ShouldBeNull();
        options.Deadline.ShouldBeNull();
        options.CancellationToken.ShouldBe(CancellationToken.None);
        options.WriteOptions.ShouldBeNull();
        options.PropagationToken.ShouldBeNull();
        options.Credentials.ShouldBeNull();
        options.IsWaitForReady.ShouldBeFalse();
        options.ShouldBe(default);
    }

    [Fact]
    public void With_EachOption_ChangesTheCopyAndNothingElse()
    {
        using var source = new CancellationTokenSource();
        var headers = new Metadata { { "a", "b" } };
        var write = new WriteOptions(WriteFlags.NoCompress);
        var credentials = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);
        var empty = new CallOptions();

        var options = empty.WithHeaders(headers).WithDeadline(Deadline).WithCancellationToken(source.Token)
            .WithWriteOptions(write).WithCredentials(credentials).WithPropagationToken(null!).WithWaitForReady();

        options.Headers.ShouldBeSameAs(headers);
        options.Deadline.ShouldBe(Deadline);
        options.CancellationToken.ShouldBe(source.Token);
        options.WriteOptions.ShouldBeSameAs(write);
        options.Credentials.ShouldBeSameAs(credentials);
        options.IsWaitForReady.ShouldBeTrue();
        options.WithWaitForReady(false).IsWaitForReady.ShouldBeFalse();
        empty.ShouldBe(default);
    }

    [Fact]
    public void Constructor_TakesWhatTheWithMethodsSet()
    {
        var headers = new Metadata();
        var options = new CallOptions(headers, Deadline, writeOptions: WriteOptions.Default);

        options.ShouldBe(new CallOptions().WithHeaders(headers).WithDeadline(Deadline).WithWriteOptions(WriteOptions.Default));
    }

    [Fact]
    public void WriteOptions_ByDefault_HaveNoFlag()
    {
        WriteOptions.Default.Flags.ShouldBe(default);
        new WriteOptions(WriteFlags.BufferHint | WriteFlags.NoCompress).Flags.HasFlag(WriteFlags.NoCompress).ShouldBeTrue();
    }

    [Fact]
    public void ContextPropagation_ByDefault_HandsOnAll()
    {
        ContextPropagationOptions.Default.IsPropagateDeadline.ShouldBeTrue();
        ContextPropagationOptions.Default.IsPropagateCancellation.ShouldBeTrue();
        new ContextPropagationOptions(propagateDeadline: false).IsPropagateDeadline.ShouldBeFalse();
    }
}
