using AnSinh.Dossiers.Digitisation;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Dossiers.Tests.Digitisation;

public sealed class ProgressFiguresTests
{
    static readonly DateOnly today = new(2020, 6, 30);

    [Fact]
    public void Forecast_OfTwoHundredThousandAtThreeThousandAMonth_IsTheDayTheLastIsDone() =>
        new ProgressFigures(330_412, 130_000, 0, 3_000).Forecast(today).ShouldBe(today.AddDays(2_005));

    [Theory]
    [InlineData(10, 10, 5)]
    [InlineData(10, 4, 0)]
    [InlineData(long.MaxValue / 100, 0, 1)]
    public void Forecast_WithoutPaceOrAnythingLeft_IsNothing(long all, long done, long lately) =>
        new ProgressFigures(all, done, 0, lately).Forecast(today).ShouldBeNull();

    [Fact]
    public void Forecast_IsTheFirstDayOnWhichNothingRemains() => Prop.ForAll(
        Gen.Choose(1, 100_000).ToArbitrary(), Gen.Choose(1, 5_000).ToArbitrary(),
        (remaining, lately) =>
        {
            var days = new ProgressFigures(remaining, 0, 0, lately).Forecast(today)!.Value.DayNumber - today.DayNumber;
            return (long)days * lately >= remaining * 30L && (days - 1L) * lately < remaining * 30L;
        }).QuickCheckThrowOnFailure();
}
