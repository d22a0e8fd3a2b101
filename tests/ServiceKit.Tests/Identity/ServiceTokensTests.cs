using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using AnSinh.Testing;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Identity;

public sealed class ServiceTokensTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly MovableClock clock = new() { Now = new DateTimeOffset(2026, 6, 15, 2, 0, 0, TimeSpan.Zero) };
    readonly ServiceProvider options = new ServiceCollection().AddOptions().BuildServiceProvider();
    readonly ServiceTokens tokens;

    public ServiceTokensTests() => tokens = new ServiceTokens(
        new ConfigurationBuilder().Build(),
        options.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>(),
        clock,
        DevelopmentIssuer.Open(new HostPaths(folder.File("data")), clock));

    public void Dispose()
    {
        tokens.Dispose();
        options.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Token_IsUsedAgainWhileItHolds()
    {
        var first = await tokens.GetAsync(CancellationToken.None);
        clock.Now += TimeSpan.FromMinutes(47);

        (await tokens.GetAsync(CancellationToken.None)).ShouldBe(first);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    public async Task Token_WhenTheClockJumpsAnHour_IsOneOfTheNewTime(int minutes)
    {
        await tokens.GetAsync(CancellationToken.None);
        clock.Now += TimeSpan.FromMinutes(minutes);

        new JsonWebToken(await tokens.GetAsync(CancellationToken.None)).ValidFrom.ShouldBe(clock.Now.UtcDateTime);
    }

    sealed class MovableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
