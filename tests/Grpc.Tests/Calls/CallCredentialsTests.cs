using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Tests.Hosting;
using Grpc.Tests.Protos;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Calls;

public sealed class CallCredentialsTests : IDisposable
{
    readonly X509Certificate2 certificate = TestCertificate.Create();

    static EchoHandlers AnswerWithAuthorization => new()
    {
        Say = (_, context) => Task.FromResult(new EchoReply
        {
            Text = string.Join(' ', context.RequestHeaders.GetAll("authorization").Select(entry => entry.Value)),
        }),
    };

    [Fact]
    public async Task Credentials_OfTheChannel_GoWithEveryCall()
    {
        await using var server = await EchoServer.StartAsync(AnswerWithAuthorization, certificate: certificate);
        AuthInterceptorContext? asked = null;
        var client = server.Client(Options(ChannelCredentials.Create(ChannelCredentials.SecureSsl, CallCredentials.FromInterceptor((context, metadata) =>
        {
            asked = context;
            metadata.Add("Authorization", "Bearer channel");
            return Task.CompletedTask;
        }))));

        (await client.SayAsync(new EchoRequest())).Text.ShouldBe("Bearer channel");

        asked!.ServiceUrl.ShouldBe($"{server.Address}/ansinh.grpctests.v1.Echo");
        asked.MethodName.ShouldBe("Say");
    }

    [Fact]
    public async Task Credentials_OfACall_AreAddedInOrder()
    {
        await using var server = await EchoServer.StartAsync(AnswerWithAuthorization, certificate: certificate);
        var both = CallCredentials.Compose(Bearer("first"), CallCredentials.Compose(Bearer("second"), Bearer("third")));

        var reply = await server.Client(Options(ChannelCredentials.SecureSsl)).SayAsync(new EchoRequest(), new CallOptions(credentials: both));

        reply.Text.ShouldBe("Bearer first, Bearer second, Bearer third");
    }

    [Fact]
    public async Task Credentials_ThatFail_FailTheCall()
    {
        await using var server = await EchoServer.StartAsync(AnswerWithAuthorization, certificate: certificate);
        var failing = CallCredentials.FromInterceptor((_, _) => throw new InvalidOperationException("no token"));

        await Should.ThrowAsync<RpcException>(async () =>
            await server.Client(Options(ChannelCredentials.SecureSsl)).SayAsync(new EchoRequest(), new CallOptions(credentials: failing)));
    }

    [Fact]
    public async Task Credentials_OverAnUnencryptedChannel_AreNotSent()
    {
        await using var server = await EchoServer.StartAsync(AnswerWithAuthorization);

        var reply = await server.Client().SayAsync(new EchoRequest(), new CallOptions(credentials: Bearer("secret")));

        reply.Text.ShouldBeEmpty();
    }

    [Fact]
    public async Task Certificate_ThatIsNotTrusted_FailsTheCall()
    {
        using var other = TestCertificate.Create();
        await using var server = await EchoServer.StartAsync(certificate: other);

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client(Options(ChannelCredentials.SecureSsl)).SayAsync(new EchoRequest()));

        failure.Status.DebugException!.GetBaseException().ShouldBeOfType<AuthenticationException>();
    }

    [Fact]
    public async Task ClientCertificate_WhenShown_IsTheIdentityOfThePeer()
    {
        await using var server = await EchoServer.StartAsync(
            new EchoHandlers
            {
                Say = (_, context) => Task.FromResult(new EchoReply
                {
                    Text = $"{context.AuthContext.IsPeerAuthenticated} {string.Join(',', context.AuthContext.PeerIdentity.Select(property => property.Value))}",
                }),
            },
            certificate: certificate,
            clientCertificate: ClientCertificateMode.RequireCertificate);
        var client = server.Client(new GrpcChannelOptions { HttpHandler = TestCertificate.Trusting(certificate, certificate), DisposeHttpClient = true });

        (await client.SayAsync(new EchoRequest())).Text.ShouldStartWith("True localhost");
    }

    public void Dispose() => certificate.Dispose();

    static CallCredentials Bearer(string token) => CallCredentials.FromInterceptor((_, metadata) =>
    {
        metadata.Add("authorization", $"Bearer {token}");
        return Task.CompletedTask;
    });

    GrpcChannelOptions Options(ChannelCredentials credentials) =>
        new() { Credentials = credentials, HttpHandler = TestCertificate.Trusting(certificate), DisposeHttpClient = true };
}
