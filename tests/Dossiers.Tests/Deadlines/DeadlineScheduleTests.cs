using AnSinh.Dossiers.Deadlines;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Dossiers.Tests.Deadlines;

public sealed class DeadlineScheduleTests
{
    static readonly DeadlineSchedule schedule = new(
    [
        Row("", DossierState.Received, 5, new DateOnly(2021, 7, 1)),
        Row("", DossierState.Received, 3, new DateOnly(2026, 7, 1)),
        Row("NCC03", DossierState.Received, 20, new DateOnly(2021, 7, 1)),
    ]);

    [Theory]
    [InlineData("NCC07", "2026-06-01", "2026-06-08")]
    [InlineData("NCC07", "2026-06-30", "2026-07-07")]
    [InlineData("NCC07", "2026-07-01", "2026-07-06")]
    [InlineData("NCC03", "2026-07-01", "2026-07-29")]
    [InlineData("NCC07", "2021-06-30", null)]
    [InlineData("NCC07", "2026-02-13", "2026-02-27")]
    public void DueOn_FollowsTheRowOfItsDayAndCategory_InWorkingDays(string category, string entered, string? due) =>
        schedule.DueOn(category, DossierState.Received, Day(entered)).ShouldBe(due is null ? null : Day(due));

    [Theory]
    [InlineData(DossierState.Verified)]
    [InlineData(DossierState.Approved)]
    [InlineData(DossierState.Returned)]
    public void DueOn_WithoutARowOrAnythingToWaitFor_IsNothing(DossierState state) => schedule.DueOn("NCC07", state, new DateOnly(2026, 7, 1)).ShouldBeNull();

    [Fact]
    public void After_CountsExactlyTheWorkingDays_AndEndsOnOne() => Prop.ForAll(
        Gen.Choose(0, 3000).ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(),
        (offset, count) =>
        {
            var start = new DateOnly(2019, 1, 1).AddDays(offset);
            var end = WorkingDays.After(start, count);
            var between = Enumerable.Range(1, end.DayNumber - start.DayNumber).Count(day => WorkingDays.IsWorkingDay(start.AddDays(day)));
            return between == count && WorkingDays.IsWorkingDay(end);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-02-17", false)]
    [InlineData("2026-04-27", false)]
    [InlineData("2026-06-13", false)]
    [InlineData("2026-06-15", true)]
    public void IsWorkingDay_KnowsWeekendsAndHolidays(string day, bool works) => WorkingDays.IsWorkingDay(Day(day)).ShouldBe(works);

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static DossierDeadline Row(string category, DossierState state, int days, DateOnly from) =>
        new() { Register = "merit", Category = category, State = state, WorkingDays = days, AppliedFrom = from, LegalBasis = "Mẫu" };
}
