using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Tests.AreaMaster;
using AnSinh.ServiceKit.Areas;
using Shouldly;
using Xunit.Abstractions;

namespace AnSinh.Reporting.Tests.Ledger;

/// <summary>The country's units and the mergers of 2025-07-01, in the outline of the days before and after.</summary>
public sealed class RestatedAreasTests(ITestOutputHelper output)
{
    static readonly DateOnly Before = new(2025, 6, 30);
    static readonly DateOnly Reform = new(2025, 7, 1);

    [RealAreasFact]
    public void Restated_OverTheWholeCountry_CountsEveryUnitOnceInAProvince()
    {
        var areas = Country();
        var started = TimeProvider.System.GetTimestamp();
        var restated = new RestatedAreas(areas, Reform);
        output.WriteLine($"{areas.All.Count} units traced in {TimeProvider.System.GetElapsedTime(started).TotalMilliseconds:0} ms");

        var provinces = areas.Children("", Reform);
        provinces.Count.ShouldBe(34);
        var counted = provinces.SelectMany(province => restated.Whole(province.Code)).GroupBy(unit => (unit.Code, unit.ValidFrom)).ToList();
        counted.ShouldAllBe(unit => unit.Count() == 1);
        counted.Count.ShouldBe(areas.All.Count);

        // Of the old communes those count in a new one that went there whole, and all that were divided are partial in each that received a part.
        var communes = areas.All.Where(unit => unit.Level == AreaLevel.Commune && unit.ValidOn(Reform)).ToList();
        communes.Sum(commune => restated.Whole(commune.Code).Count(unit => unit.ValidTo == Before && unit.Level == AreaLevel.Commune)).ShouldBe(9_592 - 5);
        communes.Sum(commune => restated.Partial(commune.Code).Count(unit => unit.Level == AreaLevel.Commune)).ShouldBe(1_012);
        restated.Whole("91").Count(unit => unit.Level == AreaLevel.Province).ShouldBe(3);
    }

    [RealAreasFact]
    public void Restated_WhereTheOutlineOfAProvinceDidNotChange_IsTheSameUnits()
    {
        var areas = Country();
        var windows = new AreaWindows(areas);
        foreach (var day in new[] { Before, Reform })
        {
            foreach (var province in new[] { "42", "46" })
            {
                var (from, to) = (new DateOnly(2020, 1, 1), new DateOnly(2026, 12, 31));
                windows.Of(new(province), from, to, day).ShouldBe(windows.Of(new(province), from, to), $"{province} in the units of {day}");
            }
        }
    }

    static AreaDirectory Country()
    {
        var areas = new AreaDirectory();
        using var units = new StreamReader(RealAreas.Units);
        using var mergers = new StreamReader(RealAreas.Mergers);
        areas.Merge(AreaCsv.ReadUnits(units).Select(row => (row.Unit, Guid.Empty)), AreaCsv.ReadMergers(mergers, Reform).Select(row => (row.Succession, Guid.Empty)));
        return areas;
    }
}
