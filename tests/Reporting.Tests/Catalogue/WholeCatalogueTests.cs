using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Measures;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Catalogue;

/// <summary>The built-in catalogue against the list of indicators that the departments agreed on.</summary>
public sealed class WholeCatalogueTests
{
    static readonly IndicatorCatalogue BuiltIn = IndicatorCatalogue.LoadBuiltIn(BookingRules.Measures);

    // Work permits, accidents, crisis returns, rehabilitation, care facilities, assessments of communes and report deadlines have no register yet.
    static readonly string[] WithoutSource =
    [
        "EMP-05", "EMP-09", "EMP-10", "EMP-11", "EMP-12", "EMP-16", "EMP-17", "MER-13", "SOC-19", "SOC-20", "SOC-21", "SOC-22", "CHI-08", "REP-06", "XD-06",
    ];

    [Fact]
    public void BuiltIn_HasEveryAgreedIndicatorAndNoOther()
    {
        var agreed = Agreed().ToList();
        agreed.Count.ShouldBe(83);
        BuiltIn.Indicators.Select(indicator => indicator.Code).ShouldBe(agreed.Select(row => row[0]), ignoreOrder: true);
        foreach (var row in agreed)
        {
            BuiltIn.TryGet(row[0], out var indicator).ShouldBeTrue();
            (indicator!.NameVi, indicator.NameEn, indicator.Owner, indicator.Unit.Name, indicator.SubsetOf ?? "").ShouldBe((row[1], row[2], row[3], row[4], row[7]));
            indicator.Kind.ShouldBe(KindOf(row[0], row[5]), row[0]);
        }
    }

    [Fact]
    public void BuiltIn_SaysOfEachIndicatorHowItIsComputedOrWhyNot()
    {
        BuiltIn.Indicators.Where(indicator => indicator.NoSource is not null).Select(indicator => indicator.Code).ShouldBe(WithoutSource, ignoreOrder: true);
        BuiltIn.Indicators.ShouldAllBe(indicator => indicator.NoSource != null || indicator.Kind == IndicatorKind.Entered || indicator.Formula.Text.Length > 0);
    }

    [Fact]
    public void Measures_AreAllDifferentAndKeyedApart()
    {
        BookingRules.MeasureCodes.Count.ShouldBe(BookingRules.Measures.Count);
        BookingRules.Measures.ShouldAllBe(measure => measure.Dimensions.Select(dimension => dimension.Code).Distinct().Count() == measure.Dimensions.Count);
    }

    static IEnumerable<string[]> Agreed()
    {
        using var reader = new StreamReader(typeof(WholeCatalogueTests).Assembly.GetManifestResourceStream("indicators.csv")!);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            yield return line.Split(',');
        }
    }

    static IndicatorKind KindOf(string code, string written) => written switch
    {
        "ratio (entered)" => IndicatorKind.Entered,
        "completion x/y" => IndicatorKind.Completion,
        "change of ratio" => IndicatorKind.Change,
        _ when written.StartsWith("ratio", StringComparison.Ordinal) => IndicatorKind.Ratio,
        "stock" or "cross-domain stock" => IndicatorKind.Stock,
        // In payment in the same month: what is in payment on the last day.
        _ when code == "XD-03" => IndicatorKind.Stock,
        _ => IndicatorKind.Flow,
    };
}
