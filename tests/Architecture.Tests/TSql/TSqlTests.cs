using Shouldly;
using Xunit;

namespace AnSinh.Architecture.Tests.TSql;

/// <summary>What is meant for SQL Server is T-SQL, checked without a server.</summary>
public sealed class TSqlTests
{
    [Fact]
    public async Task StatementsAndScripts_AreTSql()
    {
        var relay = await Statements.OfTheRelayAsync();
        var batches = (IReadOnlyList<string>)[.. Statements.Written, .. relay, .. Statements.Scripts];

        // Not wrapped into a query of EF's: a batch stands by itself.
        relay.Count.ShouldBe(4);
        relay[3].ShouldStartWith("SET NOCOUNT ON;");
        Statements.Written.Count.ShouldBeGreaterThanOrEqualTo(18);
        (await Grammar.ComplaintsAsync(batches)).ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatIsNoTSql_IsNamed()
    {
        string[] wrong =
        [
            "SELECT event_id FROM outbox ORDER BY event_id LIMIT 5",
            "INSERT INTO fact (event_id) VALUES (1) RETURNING event_id",
            "SELECT count FROM cell WHERE",
            "UPDATE cell SET",
            "CREATE TABLE #cell (measure int PRIMARY)",
        ];

        var complaints = await Grammar.ComplaintsAsync(wrong);

        foreach (var text in wrong)
        {
            complaints.ShouldContain(complaint => complaint.EndsWith(text, StringComparison.Ordinal));
        }
    }
}
