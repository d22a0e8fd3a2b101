using System.Text.Json;
using AnSinh.Sbom;
using AnSinh.Testing;
using Shouldly;
using Xunit;

namespace AnSinh.Operations.Tests.Images;

/// <summary>The list of contents of an image, made from what a real build of the all-in-one says that it loads.</summary>
public sealed class SbomTests : IDisposable
{
    static readonly DateTimeOffset Committed = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);
    static readonly string Dependencies = Path.Combine(AppContext.BaseDirectory, "AnSinh.AllInOne.deps.json");

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    static IReadOnlyList<Component> Libraries => DependencyFile.Read(Dependencies).Components(PackageLicences.OfThisMachine());

    static string Document(IReadOnlyList<Component> components) => CycloneDx.Document("ansinh/all-in-one", "0.1.0", Committed, "AnSinh.AllInOne@0.1.0", components);

    string Root(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(path))!);
        File.WriteAllText(folder.File(path), text);
        return folder.Path;
    }

    [Fact]
    public void Packages_HaveUrl_Hash_Licence_AndWhatTheyNeed()
    {
        var polly = Libraries.Single(one => one.Name == "Polly.Core");
        polly.Purl.ShouldBe($"pkg:nuget/Polly.Core@{polly.Version}");
        polly.Sha512.ShouldNotBeNull().Length.ShouldBe(128);
        polly.Licence.ShouldBe(new Licence("BSD-3-Clause", null));
        Libraries.Single(one => one.Name == "MassTransit").DependsOn.ShouldContain(one => one.StartsWith("MassTransit.Abstractions@", StringComparison.Ordinal));
        Libraries.Where(one => one.Purl is not null && one.Licence is null).ShouldBeEmpty();
    }

    [Fact]
    public void OurOwnAssemblies_AreListed_WithoutAPackageUrl()
    {
        var employment = Libraries.Single(one => one.Name == "AnSinh.Employment");
        (employment.Purl, employment.Sha512, employment.Type).ShouldBe((null, null, "library"));
        Libraries.ShouldNotContain(one => one.Name.EndsWith(".Reference", StringComparison.Ordinal));
    }

    [Fact]
    public void Document_IsCycloneDx16_WithReferencesThatLeadSomewhere()
    {
        var document = JsonDocument.Parse(Document(Libraries)).RootElement;

        document.GetProperty("bomFormat").GetString().ShouldBe("CycloneDX");
        document.GetProperty("specVersion").GetString().ShouldBe("1.6");
        document.GetProperty("serialNumber").GetString().ShouldNotBeNull().ShouldMatch("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
        document.GetProperty("metadata").GetProperty("timestamp").GetString().ShouldBe("2026-01-31T10:00:00Z");
        var references = document.GetProperty("components").EnumerateArray().Select(one => one.GetProperty("bom-ref").GetString()!).ToList();
        references.Distinct().Count().ShouldBe(references.Count);
        references.Add("ansinh/all-in-one:0.1.0");
        var edges = document.GetProperty("dependencies").EnumerateArray().ToList();
        edges.Select(one => one.GetProperty("ref").GetString()!).ShouldBeSubsetOf(references);
        edges.SelectMany(one => one.GetProperty("dependsOn").EnumerateArray()).Select(one => one.GetString()!).ShouldBeSubsetOf(references);
    }

    [Fact]
    public void SameContents_GiveTheSameBytes() => Document(Libraries).ShouldBe(Document(Libraries));

    [Fact]
    public void Base_GivesItsRuntime_ItsDistribution_AndItsPackages()
    {
        Root("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\n");
        Directory.CreateDirectory(folder.File("usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.12"));
        Root("var/lib/dpkg/status.d/libstdc++6", "Package: libstdc++6\nVersion: 12.2.0-14+deb12u1\nArchitecture: amd64\nDescription: x\n continued: y\n");
        Root("var/lib/dpkg/status.d/libstdc++6.md5sums", "0  usr/lib/x\n");
        var image = new BaseImage(Root("var/lib/dpkg/status", """
            Package: libssl3
            Status: install ok installed
            Architecture: amd64
            Version: 3.0.16-1~deb12u1

            Package: gone
            Status: deinstall ok config-files
            Version: 1
            """));

        image.Packages().Select(one => one.Purl).ShouldBe(
        [
            "pkg:deb/debian/libssl3@3.0.16-1~deb12u1?arch=amd64&distro=debian-12",
            "pkg:deb/debian/libstdc%2B%2B6@12.2.0-14%2Bdeb12u1?arch=amd64&distro=debian-12",
        ]);
        image.SharedFrameworks("linux-x64").Single().Purl.ShouldBe("pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@10.0.12");
        image.OperatingSystem().ShouldNotBeNull().Reference.ShouldBe("os:debian@12");
    }

    [Fact]
    public void BaseThatSaysNothing_GivesNothing()
    {
        var image = new BaseImage(folder.Path);

        (image.Packages().Count, image.SharedFrameworks("linux-x64").Count, image.OperatingSystem()).ShouldBe((0, 0, null));
    }

    [Fact]
    public void FileOfAnotherKind_IsRefused() =>
        Should.Throw<FormatException>(() => DependencyFile.Read(Path.Combine(Root("x.json", "{}"), "x.json"))).Message.ShouldContain("is no deps.json");
}
