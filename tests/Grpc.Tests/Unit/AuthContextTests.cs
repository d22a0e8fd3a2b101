using Grpc.Core;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Unit;

public sealed class AuthContextTests
{
    [Fact]
    public void Peer_WithoutAnIdentity_IsNotAuthenticated()
    {
        var context = new AuthContext(null, []);

        context.IsPeerAuthenticated.ShouldBeFalse();
        context.PeerIdentityPropertyName.ShouldBeNull();
        context.PeerIdentity.ShouldBeEmpty();
        context.Properties.ShouldBeEmpty();
        context.FindPropertiesByName("any").ShouldBeEmpty();
    }

    [Fact]
    public void Peer_WithAnIdentity_IsKnownByTheNamedProperties()
    {
        var first = AuthProperty.Create("san", "sở.example"u8.ToArray());
        var second = AuthProperty.Create("san", "b"u8.ToArray());
        var other = AuthProperty.Create("cn", "c"u8.ToArray());
        var context = new AuthContext("san", new() { ["san"] = [first, second], ["cn"] = [other] });

        context.IsPeerAuthenticated.ShouldBeTrue();
        context.PeerIdentity.ShouldBe([first, second]);
        context.Properties.Count().ShouldBe(3);
        context.FindPropertiesByName("cn").ShouldBe([other]);
        first.Name.ShouldBe("san");
        first.Value.ShouldBe("sở.example");
    }

    [Fact]
    public void AuthProperty_WhenTheArrayIsChangedOutside_StaysAsItWas()
    {
        byte[] bytes = [65];
        var property = AuthProperty.Create("a", bytes);

        bytes[0] = 66;
        property.ValueBytes[0] = 67;

        property.Value.ShouldBe("A");
        property.ValueBytes.ShouldBe([65]);
        Should.Throw<ArgumentNullException>(() => AuthProperty.Create(null!, bytes));
        Should.Throw<ArgumentNullException>(() => AuthProperty.Create("a", null!));
    }

    [Fact]
    public void AuthInterceptorContext_CarriesWhatItWasGiven()
    {
        var context = new AuthInterceptorContext("https://host/service", "Do");

        context.ServiceUrl.ShouldBe("https://host/service");
        context.MethodName.ShouldBe("Do");
        context.CancellationToken.ShouldBe(CancellationToken.None);
        Should.Throw<ArgumentNullException>(() => new AuthInterceptorContext(null!, "Do"));
        Should.Throw<ArgumentNullException>(() => new AuthInterceptorContext("https://host", null!));
    }
}
