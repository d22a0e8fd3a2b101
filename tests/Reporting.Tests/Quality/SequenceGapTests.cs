using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Quality;

/// <summary>A host of its own: what is parked would show in every other test.</summary>
public sealed class SequenceGapTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    [Fact]
    public async Task Gap_IsASourceWithParkedEvents_WhateverThePeriod()
    {
        await ParkAsync(1, "99999");
        await RunAsync("2020-01");
        var found = (await FoundAsync("")).ShouldHaveSingleItem();
        (found.Source, found.Owner, found.AreaCode, found.Period, found.Indicator).ShouldBe(("employment", "employment", "", "", ""));
        found.Values[^1].Exact.ShouldBe("1");
        (await FoundAsync("42")).ShouldBeEmpty("no area has parked it");
        (await RunAsync("2020-02")).StillFound.ShouldBe(1);

        await ParkAsync(2, "99998");
        await RunAsync("2020-02");
        (await FoundAsync("")).ShouldHaveSingleItem().Values[^1].Exact.ShouldBe("2");
    }

    QualityService.QualityServiceClient Client => new(reporting.Host.Channel(reporting.Host.Token("planning-officer")));

    Task ParkAsync(int person, string area) => reporting.BookAsync(Told.Recorded(Told.Placement(person, new DateOnly(2020, 1, 1), area)));

    async Task<RunQualityChecksResponse> RunAsync(string period) =>
        await Client.RunQualityChecksAsync(new() { Period = period, AreaCode = Told.CommuneOf447, RequestId = Guid.NewGuid().ToString() });

    async Task<List<QualityFinding>> FoundAsync(string area) => [.. (await Client.ListQualityFindingsAsync(new() { Rule = "DQ-07", AreaCode = area })).Findings];
}
