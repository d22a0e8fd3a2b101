using Grpc.Core;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Unit;

public sealed class CredentialsTests
{
    static readonly CallCredentials Nothing = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);

    [Fact]
    public void Create_OverTls_HandsBothPartsToTheTransport()
    {
        var seen = new Recorder();

        ChannelCredentials.Create(ChannelCredentials.SecureSsl, Nothing).InternalPopulateConfiguration(seen, "state");

        seen.Seen.ShouldBe("state: composite of SslCredentials");
    }

    [Fact]
    public void Create_OverAnUnencryptedChannel_IsRefused() =>
        Should.Throw<ArgumentException>(() => ChannelCredentials.Create(ChannelCredentials.Insecure, Nothing)).ParamName.ShouldBe("channelCredentials");

    [Fact]
    public void Create_OverCredentialsThatHaveCallCredentials_IsRefused() =>
        Should.Throw<ArgumentException>(() => ChannelCredentials.Create(ChannelCredentials.Create(ChannelCredentials.SecureSsl, Nothing), Nothing));

    [Fact]
    public void Create_OfNull_IsRefused()
    {
        Should.Throw<ArgumentNullException>(() => ChannelCredentials.Create(null!, Nothing));
        Should.Throw<ArgumentNullException>(() => ChannelCredentials.Create(ChannelCredentials.SecureSsl, null!));
        Should.Throw<ArgumentNullException>(() => CallCredentials.FromInterceptor(null!));
    }

    [Fact]
    public void SslCredentials_HandTheirPartsToTheTransport()
    {
        var seen = new Recorder();
        var pair = new KeyCertificatePair("chain", "key");

        var credentials = new SslCredentials("roots", pair, _ => true);
        credentials.InternalPopulateConfiguration(seen, null);

        seen.Seen.ShouldBe(": ssl roots chain key checked");
        credentials.RootCertificates.ShouldBe("roots");
        credentials.KeyCertificatePair.ShouldBeSameAs(pair);
        new SslCredentials("roots").KeyCertificatePair.ShouldBeNull();
        new SslCredentials().RootCertificates.ShouldBeNull();
    }

    [Fact]
    public void Insecure_IsSaidToTheTransport()
    {
        var seen = new Recorder();
        ChannelCredentials.Insecure.InternalPopulateConfiguration(seen, 1);
        seen.Seen.ShouldBe("1: insecure");
    }

    [Fact]
    public void Compose_OfFewerThanTwo_IsRefused()
    {
        Should.Throw<ArgumentException>(() => CallCredentials.Compose(Nothing));
        Should.Throw<ArgumentException>(() => CallCredentials.Compose(Nothing, null!));
    }

    [Fact]
    public void KeyCertificatePair_WithoutAPart_IsRefused()
    {
        Should.Throw<ArgumentNullException>(() => new KeyCertificatePair(null!, "key"));
        Should.Throw<ArgumentNullException>(() => new KeyCertificatePair("chain", null!));
    }

    sealed class Recorder : ChannelCredentialsConfiguratorBase
    {
        public string Seen { get; private set; } = "";

        public override void SetInsecureCredentials(object? state) => Seen = $"{state}: insecure";

        public override void SetSslCredentials(object? state, string? roots, KeyCertificatePair? pair, VerifyPeerCallback? verifyPeerCallback) =>
            Seen = $"{state}: ssl {roots} {pair?.CertificateChain} {pair?.PrivateKey} {(verifyPeerCallback is null ? "unchecked" : "checked")}";

        public override void SetCompositeCredentials(object? state, ChannelCredentials channelCredentials, CallCredentials callCredentials) =>
            Seen = $"{state}: composite of {channelCredentials.GetType().Name}";
    }
}
