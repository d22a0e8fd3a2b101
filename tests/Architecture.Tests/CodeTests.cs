using AnSinh.Architecture.Tests.Rules;
using AnSinh.Architecture.Tests.Sources;
using Shouldly;
using Xunit;

namespace AnSinh.Architecture.Tests;

public sealed class CodeTests
{
    // Stand-ins for foreign packages keep those packages' ways.
    static IEnumerable<SourceFile> Services => Repository.Code.Where(file => file.IsUnder("services") && !file.IsUnder("services/MissingPackages"));

    [Fact]
    public void Code_RunsNoAsyncCallbackByExecute() => Repository.Code.SelectMany(CodeRules.AsyncExecute).ShouldBeEmpty();

    [Fact]
    public void Services_ReadNoMachineClock() => Services.SelectMany(CodeRules.WallClock).ShouldBeEmpty();

    [Fact]
    public void Services_DelayByATimeProvider() => Services.SelectMany(CodeRules.UntimedDelay).ShouldBeEmpty();

    [Fact]
    public void Tests_AllRun() => Repository.Code.SelectMany(CodeRules.SkippedTest).ShouldBeEmpty();

    [Theory]
    [InlineData("pipeline.Execute(async token => await CallAsync(token), token);")]
    [InlineData("pipeline.Execute(static async () => 1);")]
    [InlineData("pipeline.Execute<int>(\n  async () => 1);")]
    public void AnAsyncCallbackByExecute_IsNamed(string text) => CodeRules.AsyncExecute(File(text)).ShouldHaveSingleItem().ShouldContain("use ExecuteAsync");

    [Fact]
    public void ExecuteAsync_IsFine() => CodeRules.AsyncExecute(File("await pipeline.ExecuteAsync(async token => 1, token);")).ShouldBeEmpty();

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("var now = System.DateTimeOffset.UtcNow;")]
    [InlineData("var day = DateTime.Today;")]
    [InlineData("Thread.Sleep(1);")]
    public void TheMachinesClock_IsNamed(string text) => CodeRules.WallClock(File("\n" + text)).ShouldHaveSingleItem().ShouldStartWith("services/A/B.cs:2 ");

    [Theory]
    [InlineData("await Task.Delay(wait, cancellationToken);")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1));")]
    public void ADelayWithoutATimeProvider_IsNamed(string text) =>
        CodeRules.UntimedDelay(File(text)).ShouldBe(["services/A/B.cs:1 delays without a TimeProvider"]);

    [Theory]
    [InlineData("await Task.Delay(Next(1), time, cancellationToken);")]
    [InlineData("await Task.Delay(wait, TimeProvider.System);")]
    public void ADelayByATimeProvider_IsFine(string text) => CodeRules.UntimedDelay(File(text)).ShouldBeEmpty();

    [Theory]
    [InlineData("[Fact(Skip = \"broken\")]")]
    [InlineData("[Theory(DisplayName = \"x\", Skip = \"broken\")]")]
    public void ASkippedTest_IsNamed(string text) => CodeRules.SkippedTest(File(text)).ShouldBe(["services/A/B.cs:1 skips a test for ever"]);

    [Theory]
    [InlineData("// DateTime.Now is banned")]
    [InlineData("/* DateTime.Now\n */")]
    [InlineData("var a = \"DateTime.Now\";")]
    [InlineData("var a = @\"\"\"DateTime.Now\";")]
    [InlineData("var a = $\"{1} DateTime.Now \\\" DateTime.Now\";")]
    [InlineData("var a = \"\"\"\n  DateTime.Now \" \"\" \n  \"\"\";")]
    public void CommentsAndTexts_AreNotCode(string text) => CodeRules.WallClock(File(text)).ShouldBeEmpty();

    [Fact]
    public void CodeAfterCommentsAndTexts_IsStillCode() => CodeRules
        .WallClock(File("var a = '\"'; // one\nvar b = @\"c:\\\"; var c = \"\"\"x\"\"\"; /* two */ var d = DateTime.Now; // three"))
        .ShouldBe(["services/A/B.cs:2 reads the machine's clock: ask a TimeProvider"]);

    static SourceFile File(string text) => new("services/A/B.cs", text);
}
