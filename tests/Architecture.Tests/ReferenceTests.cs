using AnSinh.Architecture.Tests.Rules;
using AnSinh.Architecture.Tests.Sources;
using Shouldly;
using Xunit;

namespace AnSinh.Architecture.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public void Projects_ReferOnlyToWhatTheyMay() => Repository.Projects.SelectMany(ProjectRules.References).ShouldBeEmpty();

    [Theory]
    [InlineData("services/Employment/Employment.csproj", "../Reporting/Reporting.csproj", "services/Reporting/Reporting.csproj")]
    [InlineData("services/Employment/Employment.csproj", "../AllInOne/AllInOne.csproj", "services/AllInOne/AllInOne.csproj")]
    [InlineData("services/ServiceKit/ServiceKit.csproj", "../Employment/Employment.csproj", "services/Employment/Employment.csproj")]
    [InlineData("services/ServiceKit/ServiceKit.csproj", "../Dossiers/Dossiers.csproj", "services/Dossiers/Dossiers.csproj")]
    [InlineData("services/Dossiers/Dossiers.csproj", "../SocialProtection/SocialProtection.csproj", "services/SocialProtection/SocialProtection.csproj")]
    [InlineData("services/BenefitPayments/BenefitPayments.csproj", "../Dossiers/Dossiers.csproj", "services/Dossiers/Dossiers.csproj")]
    [InlineData("services/People/People.csproj", "../SurveyedFigures/SurveyedFigures.csproj", "services/SurveyedFigures/SurveyedFigures.csproj")]
    [InlineData("services/ChildProtection/ChildProtection.csproj", "../VocationalTraining/VocationalTraining.csproj", "services/VocationalTraining/VocationalTraining.csproj")]
    [InlineData("tests/Dossiers.Tests/Dossiers.Tests.csproj", "../../services/MeritoriousPersons/MeritoriousPersons.csproj", "services/MeritoriousPersons/MeritoriousPersons.csproj")]
    [InlineData("contracts/Contracts.csproj", "../services/ServiceKit/ServiceKit.csproj", "services/ServiceKit/ServiceKit.csproj")]
    [InlineData("tests/Reporting.Tests/Reporting.Tests.csproj", "../../services/Employment/Employment.csproj", "services/Employment/Employment.csproj")]
    [InlineData("services/AllInOne/AllInOne.csproj", "../../tests/Testing/Testing.csproj", "tests/Testing/Testing.csproj")]
    [InlineData("deploy/images/Sbom/Sbom.csproj", "../../../contracts/Contracts.csproj", "contracts/Contracts.csproj")]
    [InlineData("services/AllInOne/AllInOne.csproj", "../../deploy/images/Sbom/Sbom.csproj", "deploy/images/Sbom/Sbom.csproj")]
    public void AReference_ThatMustNotBe_IsNamed(string project, string include, string resolved) =>
        ProjectRules.References(Project(project, include)).ShouldBe([$"{project} refers to {resolved}"]);

    [Theory]
    [InlineData("services/Employment/Employment.csproj", "../ServiceKit/ServiceKit.csproj")]
    [InlineData("services/SocialProtection/SocialProtection.csproj", "../BenefitPayments/BenefitPayments.csproj")]
    [InlineData("services/MeritoriousPersons/MeritoriousPersons.csproj", "../Dossiers/Dossiers.csproj")]
    [InlineData("services/ChildProtection/ChildProtection.csproj", "../People/People.csproj")]
    [InlineData("services/VocationalTraining/VocationalTraining.csproj", "../SurveyedFigures/SurveyedFigures.csproj")]
    [InlineData("services/BenefitPayments/BenefitPayments.csproj", "../People/People.csproj")]
    [InlineData("services/AllInOne/AllInOne.csproj", "../Employment/Employment.csproj")]
    [InlineData("tests/Employment.Tests/Employment.Tests.csproj", "../../services/Employment/Employment.csproj")]
    [InlineData("tests/Dossiers.Tests/Dossiers.Tests.csproj", "../../services/Dossiers/Dossiers.csproj")]
    [InlineData("services/ServiceKit/ServiceKit.csproj", "$(MissingPackagesRoot)Grpc.Core.Api/Grpc.Core.Api.csproj")]
    [InlineData("tests/Operations.Tests/Operations.Tests.csproj", "../../deploy/images/Sbom/Sbom.csproj")]
    public void AReference_ThatMayBe_IsFine(string project, string include) => ProjectRules.References(Project(project, include)).ShouldBeEmpty();

    static ProjectFile Project(string path, string include) => ProjectFile.Parse(path, $"""
        <Project><ItemGroup><ProjectReference Include="{include}" /></ItemGroup></Project>
        """);
}
