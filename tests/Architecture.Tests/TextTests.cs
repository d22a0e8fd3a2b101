using AnSinh.Architecture.Tests.Rules;
using AnSinh.Architecture.Tests.Sources;
using Shouldly;
using Xunit;

namespace AnSinh.Architecture.Tests;

public sealed class TextTests
{
    [Fact]
    public void Files_AreShort() => Repository.Files.SelectMany(TextRules.Length).ShouldBeEmpty();

    [Fact]
    public void Files_LieInNoDrawer() => Repository.Files.SelectMany(TextRules.Drawers).ShouldBeEmpty();

    [Fact]
    public void Files_AreFinished() => Repository.Files.SelectMany(TextRules.Unfinished).ShouldBeEmpty();

    [Fact]
    public void Files_NameNoPlaceOnOneMachine() => Repository.Files.SelectMany(TextRules.MachinePaths).ShouldBeEmpty();

    [Fact]
    public void AFile_OfMoreThan400Lines_IsNamed()
    {
        var text = string.Concat(Enumerable.Repeat("// Line.\n", 401));

        TextRules.Length(new SourceFile("services/A/B.cs", text)).ShouldBe(["services/A/B.cs has 401 lines, more than 400"]);
        TextRules.Length(new SourceFile("services/A/B.cs", text[9..])).ShouldBeEmpty();
        TextRules.Length(new SourceFile("services/A/Data/Migrations/Sqlite/1_Initial.cs", text)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("services/A/Helpers/B.cs", "namespace A;", "services/A/Helpers/B.cs lies in a drawer: Helpers")]
    [InlineData("services/A/B.cs", "namespace AnSinh.A.Utils;", "services/A/B.cs declares a drawer: Utils")]
    [InlineData("tests/Common/B.cs", "namespace A;", "tests/Common/B.cs lies in a drawer: Common")]
    public void ADrawer_IsNamed(string path, string text, string message) => TextRules.Drawers(new SourceFile(path, text)).ShouldBe([message]);

    [Fact]
    public void ADrawerName_ThatIsLaidDownElsewhere_IsFine()
    {
        TextRules.Drawers(new SourceFile("contracts/proto/ansinh/common/v1/access.proto", "")).ShouldBeEmpty();
        TextRules.Drawers(new SourceFile("services/A/B.cs", "using AnSinh.Contracts.Common.V1;\nnamespace AnSinh.A;")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("// TODO: later", "services/A/B.cs:1 holds unfinished work: TODO")]
    [InlineData("\nthrow new NotImplementedException();", "services/A/B.cs:2 holds unfinished work: NotImplementedException")]
    public void UnfinishedWork_IsNamed(string text, string message) => TextRules.Unfinished(new SourceFile("services/A/B.cs", text)).ShouldBe([message]);

    [Fact]
    public void ATextLiteral_ThatSpeaksOfUnfinishedWork_IsFine() =>
        TextRules.Unfinished(new SourceFile("services/A/B.cs", "var rule = \"no TODO\";")).ShouldBeEmpty();

    [Theory]
    [InlineData("work/ansinh/data")]
    [InlineData("home/somebody/x.csv")]
    [InlineData("tmp/x")]
    public void APlaceOnOneMachine_IsNamed(string place) =>
        TextRules.MachinePaths(new SourceFile("docs/a.md", $"see `/{place}`")).ShouldBe([$"docs/a.md:1 names a place on one machine: /{place}"]);

    [Fact]
    public void APathOfTheRepository_OrAnAddress_IsFine() =>
        TextRules.MachinePaths(new SourceFile("docs/a.md", "services/work/A.cs https://example.vn/home/page $HOME/tmp/x")).ShouldBeEmpty();
}
