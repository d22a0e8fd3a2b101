using System.Xml.Linq;
using AnSinh.Architecture.Tests.Rules;
using AnSinh.Architecture.Tests.Sources;
using Shouldly;
using Xunit;

namespace AnSinh.Architecture.Tests;

public sealed class PackageTests
{
    static HashSet<string> Central => XDocument.Parse(Repository.TextOf("Directory.Packages.props")).Descendants("PackageVersion")
        .Select(element => element.Attribute("Include")!.Value).ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void Packages_HaveTheirVersionsInOnePlace() => Repository.Projects.SelectMany(project => ProjectRules.Packages(project, Central)).ShouldBeEmpty();

    [Fact]
    public void Solution_HoldsEveryProject() =>
        ProjectRules.Solution(Repository.Projects.Select(project => project.Path), Repository.TextOf("Platform.sln")).ShouldBeEmpty();

    [Fact]
    public void APackage_WithAVersionOfItsOwn_OrAnUnknownOne_IsNamed()
    {
        var project = ProjectFile.Parse("services/A/A.csproj", """
            <Project><ItemGroup>
              <PackageReference Include="Known" />
              <PackageReference Include="Known" Version="1.0.0" />
              <PackageReference Include="Known"><VersionOverride>2.0.0</VersionOverride></PackageReference>
              <PackageReference Include="Unknown" />
            </ItemGroup></Project>
            """);

        ProjectRules.Packages(project, new HashSet<string>(["Known"])).ShouldBe(
        [
            "services/A/A.csproj gives Known a version of its own",
            "services/A/A.csproj gives Known a version of its own",
            "services/A/A.csproj uses Unknown, which Directory.Packages.props does not name",
        ]);
    }

    [Fact]
    public void AProject_ThatTheSolutionLacks_OrThatIsGone_IsNamed() => ProjectRules
        .Solution(["services/A/A.csproj"], """Project("{0}") = "B", "services\B\B.csproj", "{1}" """)
        .ShouldBe(["Platform.sln lacks services/A/A.csproj", "Platform.sln lists services/B/B.csproj, which is not there"]);
}
