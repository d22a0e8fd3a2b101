using AnSinh.Employment;
using AnSinh.ServiceKit.Identity;
using AnSinh.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace AnSinh.Platform.Tests.Interoperability;

/// <summary>Another agency's system, written with npm's @grpc/grpc-js, under mutual TLS and a quota.</summary>
public sealed class AgencyGrpcJsTests(ITestOutputHelper output) : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly TestAuthority authority = new("Test");

    public void Dispose()
    {
        authority.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Agency_WithACertificateAndAQuota_IsServedAndToldToWait()
    {
        var (server, client) = (authority.Sign("CN=employment"), authority.Sign("CN=thue"));
        await using var host = await ServiceTestHost.StartAsync(
            builder => builder.AddEmployment(),
            null,
            $"Hosting:Certificate:Path={Write("server.crt", server.Pem)}",
            $"Hosting:Certificate:KeyPath={Write("server.key", server.KeyPem)}",
            "Hosting:ClientCertificates:Mode=Require",
            $"Hosting:ClientCertificates:Authorities={Write("ca.crt", authority.Pem)}",
            "Agencies:thue:Name=Thuế tỉnh",
            "Agencies:thue:Roles=employment-viewer",
            "Agencies:thue:Areas=42",
            "Agencies:thue:CertificateSubject=CN=thue",
            "Agencies:thue:Quota:RequestsPerSecond=4",
            "Agencies:thue:Quota:Burst=3");
        var token = host.Services.GetRequiredService<DevelopmentIssuer>().IssueClientToken("thue", TimeSpan.FromHours(1));

        var (code, printed) = await NodeClient.RunAsync(
            "agency.mjs", "--address", new Uri(host.GrpcAddress).Authority, "--token", token, "--burst", "3",
            "--ca", folder.File("ca.crt"), "--cert", Write("client.crt", client.Pem), "--key", Write("client.key", client.KeyPem));

        output.WriteLine(printed);
        code.ShouldBe(0, printed);
        printed.Split('\n').Count(line => line.Contains("\"ok\":true", StringComparison.Ordinal)).ShouldBe(2);
    }

    string Write(string name, string text)
    {
        File.WriteAllText(folder.File(name), text);
        return folder.File(name);
    }
}
