using AnSinh.ChildProtection.Tests.Hosting;
using AnSinh.Contracts.Child.V1;
using AnSinh.Testing;
using Google.Protobuf.WellKnownTypes;
using Shouldly;
using Xunit;

namespace AnSinh.ChildProtection.Tests.Cases;

/// <summary>Deadlines over their dates and days of the week, seen through the API.</summary>
public sealed class DeadlineTests
{
    [Theory]
    [InlineData("2017-06-30T16:59:00Z", null)] // Still 30 June in Viet Nam: before Decree 56/2017.
    [InlineData("2017-06-30T17:00:00Z", "2017-07-01T05:00:00Z")]
    [InlineData("2026-06-14T20:00:00Z", "2026-06-15T08:00:00Z")]
    public async Task FirstAssessment_IsDue12HoursAfterTheReport_SinceDecree56(string received, string? due)
    {
        await using var host = await ServiceTestHost.StartAsync(builder => builder.AddChildProtection());
        var cases = new CaseService.CaseServiceClient(host.Channel(host.Token("child-worker")));
        var request = Samples.Opening(DateTimeOffset.Parse(received, System.Globalization.CultureInfo.InvariantCulture));
        request.AreaCode = received.StartsWith("2017", StringComparison.Ordinal) ? "18077" : Samples.Commune;
        var one = await cases.OpenCaseAsync(request);
        (one.Deadline?.DueAt).ShouldBe(due is null ? null : At(due));
    }

    [Theory]
    [InlineData("2026-06-15T02:00:00Z", "2026-06-22T17:00:00Z")] // Monday: five working days end on Monday.
    [InlineData("2026-06-19T02:00:00Z", "2026-06-26T17:00:00Z")] // Friday.
    [InlineData("2026-06-20T02:00:00Z", "2026-06-26T17:00:00Z")] // Saturday counts from Monday.
    public async Task Plan_IsDueFiveWorkingDaysAfterTheAssessment(string assessed, string due)
    {
        await using var host = await ServiceTestHost.StartAsync(
            builder => builder.AddChildProtection(), new ManualTime(DateTimeOffset.Parse(assessed, System.Globalization.CultureInfo.InvariantCulture)));
        var cases = new CaseService.CaseServiceClient(host.Channel(host.Token("child-worker")));
        var one = await cases.OpenCaseAsync(Samples.Opening(host.Time.GetUtcNow()));
        one = await CaseDriver.Do(cases, CaseAction.Screen, one);
        one = await CaseDriver.Do(cases, CaseAction.Assess, one);
        (one.Deadline.Action, one.Deadline.DueAt).ShouldBe((CaseAction.DraftPlan, At(due)));
    }

    static Timestamp At(string text) => Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
