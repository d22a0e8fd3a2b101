using AnSinh.ServiceKit.Requests;
using AnSinh.Testing;
using Grpc.Core;
using Xunit;

namespace AnSinh.SocialProtection.Tests.Hosting;

/// <summary>One running service for the tests of a class; each test makes records of its own.</summary>
public sealed class ProtectionHost : IAsyncLifetime
{
    ServiceTestHost? host;

    public ServiceTestHost Host => host!;

    public DateOnly Today => VietnamDay.Today(Host.Time);

    public CallInvoker Officer => As("officer", "protection-officer");

    public CallInvoker Approver => As("approver", "protection-approver");

    /// <summary>Calls of an account with roles, in all areas.</summary>
    public CallInvoker As(string subject, params string[] roles) => Host.Channel(Host.Token(["*"], roles, [], subject));

    /// <summary>Calls of an officer who works in some areas only.</summary>
    public CallInvoker OfficerOf(params string[] areas) => Host.Channel(Host.Token(areas, "protection-officer"));

    public async Task InitializeAsync() => host = await ServiceTestHost.StartAsync(builder => builder.AddSocialProtection());

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
