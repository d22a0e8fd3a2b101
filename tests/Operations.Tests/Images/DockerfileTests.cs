using Shouldly;
using Xunit;

namespace AnSinh.Operations.Tests.Images;

/// <summary>What the Dockerfile must be for the charts' pods: read-only root, numeric user, no shell.</summary>
public sealed class DockerfileTests
{
    static IReadOnlyList<DockerInstruction> Instructions => DockerInstruction.Parse(File.ReadAllText(Path.Combine(Deployed.Root, "deploy/images/Dockerfile")));

    static DockerInstruction Single(string name) => Instructions.Single(one => one.Name == name);

    static string Default(string argument) => Instructions.First(one => one.Name == "ARG" && one.Text.StartsWith(argument + "=", StringComparison.Ordinal)).Text.Split('=', 2)[1];

    [Fact]
    public void Images_RunAsANumericUserThatIsNotRoot() => Single("USER").Text.ShouldBe("1654:1654");

    [Fact]
    public void Images_NeedNoShell()
    {
        Single("ENTRYPOINT").Text.ShouldBe("""["/app/service"]""");
        Instructions.ShouldNotContain(one => one.Name == "HEALTHCHECK" || one.Name == "CMD");

        // What is run while building, is run in the SDK's image.
        var stage = "";
        foreach (var one in Instructions)
        {
            stage = one.Name == "FROM" ? one.Text.Split(" AS ")[1] : stage;
            (one.Name != "RUN" || stage == "build").ShouldBeTrue(one.Text);
        }
    }

    [Fact]
    public void Bases_AreArguments_WithADefaultOfAFixedRelease()
    {
        Instructions.Where(one => one.Name == "FROM").Select(one => one.Text)
            .ShouldBe(["${RUNTIME_IMAGE} AS runtime", "runtime AS from-publish", "${BUILD_IMAGE} AS build", "runtime AS image"]);

        // "extra": with ICU, which figures printed the Vietnamese way need.
        Default("RUNTIME_IMAGE").ShouldMatch(@"^mcr\.microsoft\.com/dotnet/aspnet:10\.0-\w+-chiseled-extra$");
        Default("BUILD_IMAGE").ShouldMatch(@"^mcr\.microsoft\.com/dotnet/sdk:10\.0-\w+$");
        Instructions.ShouldNotContain(one => one.Text.Contains(":latest", StringComparison.Ordinal));
    }

    [Fact]
    public void Program_IsNobodysToChange_AndDataAreItsOwn() => Instructions.Where(one => one.Name == "COPY" && one.Text.Contains("--chown", StringComparison.Ordinal))
        .Select(one => one.Text).ShouldBe(
        [
            "--chown=0:0 program /", "--chown=1654:1654 own /", "--from=build --chown=0:0 /image/program /", "--from=build --chown=1654:1654 /image/own /",
        ]);

    [Fact]
    public void Images_HaveTheLabelsThatRegistriesShow()
    {
        var labels = Single("LABEL").Text;
        foreach (var label in (string[])["title", "version", "revision", "source", "licenses", "vendor"])
        {
            labels.ShouldContain($"org.opencontainers.image.{label}=");
        }

        labels.ShouldContain("vn.ansinh.sbom=");
    }

    [Fact]
    public void Settings_SuitAReadOnlyRoot_AndAnImageWithIcu()
    {
        var settings = Single("ENV").Text;
        settings.ShouldContain("DOTNET_EnableDiagnostics=0");
        settings.ShouldContain("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false");
    }

    [Fact]
    public void Context_HoldsNoData_NoKeys_AndNoHistory()
    {
        var lines = File.ReadAllLines(Path.Combine(Deployed.Root, ".dockerignore"));
        lines.First(line => !line.StartsWith('#')).ShouldBe("**");
        lines.Where(line => line.StartsWith('!')).Select(line => line[1..])
            .Where(path => !Path.Exists(Path.Combine(Deployed.Root, path)) || path is ".git" or "data" or "tests").ShouldBeEmpty();
        foreach (var excluded in (string[])["**/bin", "**/obj", "**/*.db", "**/keys"])
        {
            lines.ShouldContain(excluded);
        }
    }
}

/// <summary>An instruction of a Dockerfile, its lines joined.</summary>
sealed record DockerInstruction(string Name, string Text)
{
    public static IReadOnlyList<DockerInstruction> Parse(string dockerfile) =>
    [
        .. string.Join('\n', dockerfile.Split('\n').Where(line => !line.StartsWith('#'))).Replace("\\\n", " ", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split(' ', 2))
            .Select(parts => new DockerInstruction(parts[0], parts[1].Trim())),
    ];
}
