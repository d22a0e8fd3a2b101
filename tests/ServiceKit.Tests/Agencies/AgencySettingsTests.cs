using AnSinh.ServiceKit.Tests.Hosting;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Agencies;

/// <summary>What is wrong with an agency's section keeps the process from starting: a misspelt limit must not become none.</summary>
public sealed class AgencySettingsTests : IDisposable
{
    readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Theory]
    [InlineData("Agencies:tax:Areas", "42", "Agencies:tax: Name is missing")]
    [InlineData("Agencies:tax:Area", "42", "Agencies:tax:Area is not known")]
    [InlineData("Agencies:tax:CertificateSubject", "CN=tax", "Hosting:ClientCertificates:Mode is None")]
    [InlineData("Agencies:tax:CertificateSubject", "tax", "Agencies:tax:CertificateSubject")]
    [InlineData("Agencies:tax:CertificateThumbprints", "AB:CD", "\"AB:CD\" is no SHA-256 thumbprint")]
    [InlineData("Agencies:tax:Quota:RequestsPerSecond", "0", "Agencies:tax:Quota: RequestsPerSecond")]
    [InlineData("Quota:Default:Burst", "0", "Quota:Default: RequestsPerSecond")]
    [InlineData("Quota:Officials:ConcurrentCalls", "-1", "Quota:Officials: RequestsPerSecond")]
    [InlineData("Hosting:ClientCertificates:Mode", "Always", "allowed: None, Allow, Require")]
    [InlineData("Hosting:ClientCertificates:Mode", "Require", "needs Hosting:ClientCertificates:Authorities")]
    public void Build_WithAWrongSetting_NamesIt(string setting, string value, string message)
    {
        var settings = new Dictionary<string, string?> { [setting] = value };
        if (!message.Contains("Name is missing", StringComparison.Ordinal))
        {
            settings["Agencies:tax:Name"] = "Cơ quan thuế";
        }

        Should.Throw<InvalidOperationException>(() => TestHost.Prepare(data, settings).Build()).Message.ShouldContain(message);
    }
}
