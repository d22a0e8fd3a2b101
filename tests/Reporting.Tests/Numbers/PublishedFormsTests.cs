using AnSinh.Reporting.Numbers;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Numbers;

/// <summary>Every figure that the two published reports printed, from its exact value.</summary>
public sealed class PublishedFormsTests
{
    public static TheoryData<string, string, NumberForm> Printed => new()
    {
        // Hà Tĩnh, first half of 2020.
        { "9997", "9.997 người", NumberForm.CountInText("người") },
        { "999700/24000", "41,65%", NumberForm.Percent },
        { "4502", "4.502 người", NumberForm.CountInText("người") },
        { "450200/17700", "25,44%", NumberForm.Percent },
        { "12000/195", "61,53%", NumberForm.Percent with { Rounding = new Rounding(RoundingMode.Truncate, 2) } },
        { "172081", "172.081 đối tượng", NumberForm.CountInText("đối tượng") },
        { "17208100/173591", "99,13%", NumberForm.Percent },
        { "197100000000", "197,1 tỷ đồng", NumberForm.Money(NumberScale.Billion) },
        { "19710000000000/198770000000", "99,16%", NumberForm.Percent },
        { "45213", "trên 45.000 người có công", new NumberForm { Qualifier = QualifierRule.Of(Qualifier.Over, 1000), Unit = "người có công" } },
        { "200412", "hơn 200 ngàn hồ sơ", new NumberForm { Qualifier = new(Qualifier.Over, 100_000, "hơn"), Scale = NumberScale.Thousand, Unit = "hồ sơ" } },
        { "9", "09 hài cốt liệt sĩ", NumberForm.CountInText("hài cốt liệt sĩ") },
        { "65362", "65.362 lượt người", NumberForm.CountInText("lượt người") },
        { "147522000000", "147,522 tỷ đồng", NumberForm.Money(NumberScale.Billion) },
        { "13234", "13.234 lượt đối tượng", NumberForm.CountInText("lượt đối tượng") },
        { "15450000000", "15,45 tỷ đồng", NumberForm.Money(NumberScale.Billion) },
        { "730", "730 nhà ở hộ nghèo", NumberForm.CountInText("nhà ở hộ nghèo") },
        { "119", "119 văn bản trung ương", NumberForm.CountInText("văn bản trung ương") },
        { "71", "71 văn bản chỉ đạo", NumberForm.CountInText("văn bản chỉ đạo") },

        // Thừa Thiên Huế, two months and year of 2020.
        { "1322", "1.322 người", NumberForm.CountInText("người") },
        { "66", "66 người", NumberForm.CountInText("người") },
        { "150", "150 học viên học nghề sơ cấp", NumberForm.CountInText("học viên học nghề sơ cấp") },
        { "197214", "197.214 suất quà", NumberForm.CountInText("suất quà") },
        { "55537000000", "55,537 tỷ đồng", NumberForm.Money(NumberScale.Billion) },
        { "596", "596 văn bản", NumberForm.CountInText("văn bản") },
        { "6", "06 đơn thư", NumberForm.CountInText("đơn thư") },
        { "15832", "15.832 người", NumberForm.CountInText("người") },
        { "65.45", "65,45%", NumberForm.Percent },
        { "0.72", "0,72%", NumberForm.Percent },
        { "2480500/25000", "trên 99%", NumberForm.Percent with { Qualifier = QualifierRule.Of(Qualifier.Over, 1) } },
        { "380000/4000", "95%", NumberForm.Percent },
        { "190804957000", "190.804.957.000 đồng", NumberForm.Money(NumberScale.One) },
        { "176494", "176.494 người", NumberForm.CountInText("người") },
        { "1125", "1.125 hộ kinh doanh", NumberForm.CountInText("hộ kinh doanh") },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public void Print_OfAPublishedFigure_IsAsPublished(string exact, string printed, NumberForm form) => form.Print(Rational.Parse(exact)).ShouldBe(printed);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("1", "01")]
    [InlineData("9", "09")]
    [InlineData("10", "10")]
    public void Print_OfASmallCountInText_IsPadded(string exact, string printed) => NumberForm.CountInText("").Print(Rational.Parse(exact)).ShouldBe(printed);

    [Fact]
    public void Print_WithFixedDecimals_KeepsZeros() => (NumberForm.Percent with { FixedDecimals = true }).Print(95).ShouldBe("95,00%");

    [Fact]
    public void Print_InATableOfBillions_LeavesTheWordToTheHead() =>
        (NumberForm.Money(NumberScale.Billion) with { ShowScaleWord = false, Unit = "" }).Print(197_100_000_000).ShouldBe("197,1");
}
