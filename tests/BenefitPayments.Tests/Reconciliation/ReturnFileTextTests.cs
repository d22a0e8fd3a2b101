using AnSinh.BenefitPayments.Reconciliation;
using AnSinh.ServiceKit.Errors;
using Shouldly;
using Xunit;
using static AnSinh.BenefitPayments.Tests.Reconciliation.ReturnFiles;

namespace AnSinh.BenefitPayments.Tests.Reconciliation;

public sealed class ReturnFileTextTests
{
    [Fact]
    public void AGoodFile_IsRead_WithEitherLineBreak()
    {
        var text = Of(Line(1, "PAID", 100), Line(2, "UNPAID", 0), Line(3, "RETURNED", 70));
        var rows = ReturnFileText.Read(text, Run, Today).Rows;
        rows.Select(row => (row.FileLine, row.LineNo, row.Word, row.AmountVnd)).ShouldBe(
            [(2, 1, ReturnWord.Paid, 100L), (3, 2, ReturnWord.Unpaid, 0L), (4, 3, ReturnWord.Returned, 70L)]);
        ReturnFileText.Read(text.Replace("\n", "\r\n", StringComparison.Ordinal), Run, Today).Rows.ShouldBe(rows);
    }

    [Fact]
    public void AFileOfAnotherRun_IsRefused_WithTheLine()
    {
        var refusal = Refused(Of(Line(1, "PAID", 100), Line(2, "PAID", 100, Guid.NewGuid())));
        refusal.Code.ShouldBe("return_file.other_run");
        refusal.Violations[0].Field.ShouldBe("line 3");
    }

    [Fact]
    public void AChangedLine_IsRefused_ByTotalOrChecksum()
    {
        var text = Of(Line(1, "PAID", 100), Line(2, "PAID", 200));
        Refused(text.Replace(",100,", ",900,", StringComparison.Ordinal)).Code.ShouldBe("return_file.totals_mismatch");
        Refused(text.Replace(",2,PAID", ",3,PAID", StringComparison.Ordinal)).Code.ShouldBe("return_file.checksum_mismatch");
        Refused(text.Replace("TOTAL,2", "TOTAL,3", StringComparison.Ordinal)).Code.ShouldBe("return_file.totals_mismatch");
    }

    [Theory]
    [InlineData("PAID", "PAYED")]
    [InlineData("2023-09-12", "12/09/2023")]
    [InlineData("2023-09-12", "2023-10-02")]
    [InlineData(",100,", ",-100,")]
    [InlineData(",100,", ",1e2,")]
    [InlineData("TOTAL", "SUM")]
    [InlineData("run,line", "line,run")]
    [InlineData(",1,PAID", ",x,PAID")]
    public void AMalformedFile_IsRefused(string good, string bad) =>
        Refused(Of(Line(1, "PAID", 100)).Replace(good, bad, StringComparison.Ordinal)).Code.ShouldBe("return_file.malformed");

    [Theory]
    [InlineData("")]
    [InlineData("run,line,state,amount,paid_on,reason\n")]
    public void ATornFile_IsRefused(string text) => Refused(text).Code.ShouldBe("return_file.malformed");

    [Fact]
    public void AFileCutAnywhere_IsRefused()
    {
        var text = Of(Line(1, "PAID", 100), Line(2, "PAID", 200));
        for (var length = 0; length < text.Length - 1; length++)
        {
            Refused(text[..length]);
        }
    }

    static Refusal Refused(string text) => Should.Throw<Refusal>(() => ReturnFileText.Read(text, Run, Today));
}
