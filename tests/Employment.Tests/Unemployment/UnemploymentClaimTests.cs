using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.ServiceKit.Errors;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;
using Client = AnSinh.Contracts.Employment.V1.UnemploymentService.UnemploymentServiceClient;

namespace AnSinh.Employment.Tests.Unemployment;

public sealed class UnemploymentClaimTests(EmploymentHost service) : IClassFixture<EmploymentHost>
{
    static readonly string[] roles = ["employment-viewer", "employment-clerk", "employment-officer", "employment-approver"];

    Client Clerk => As("employment-clerk", "clerk");

    Client Approver => As("employment-approver", "approver");

    [Fact]
    public async Task Decide_WhenTheLawGivesIt_Grants()
    {
        var claim = await RecordAsync(Facts());
        claim.State.ShouldBe(ClaimState.Received);
        var granted = await Approver.DecideClaimAsync(Decision(claim, granted: true));
        granted.State.ShouldBe(ClaimState.Granted);
        granted.Decision.MonthlyVnd.ShouldBe(4_800_000);
        granted.Decision.Months.ShouldBe(3);
        granted.Decision.RateConfirmed.ShouldBeTrue();
        (await Approver.GetClaimAsync(new GetClaimRequest { Name = claim.Name })).ShouldBe(granted);
        (await Approver.ListClaimsAsync(new ListClaimsRequest { Worker = claim.Worker })).Claims.Single().ShouldBe(granted);
    }

    [Fact]
    public async Task Decide_ByTheProposer_IsRefused()
    {
        var both = service.Host.Channel(service.Host.Token(["*"], ["employment-clerk", "employment-approver"], [], "both"));
        var claim = await new Client(both).RecordClaimAsync(Request(Facts()));
        await Refused.With(new Client(both).DecideClaimAsync(Decision(claim, granted: true)), StatusCode.FailedPrecondition, "unemployment.decided_by_proposer");
        (await Approver.GetClaimAsync(new GetClaimRequest { Name = claim.Name })).ShouldBe(claim);
    }

    [Fact]
    public async Task Decide_AgainstTheLaw_OrInTheWaitingDays_IsRefused()
    {
        var claim = await RecordAsync(Facts());
        await Refused.With(Approver.DecideClaimAsync(Decision(claim, granted: false)), StatusCode.FailedPrecondition, "unemployment.eligible");
        var early = Decision(claim, granted: true);
        early.DecidedOn = Samples.Day(2026, 3, 13);
        await Refused.With(Approver.DecideClaimAsync(early), StatusCode.FailedPrecondition, "unemployment.waiting_period");
        var facts = Facts();
        facts.RecentPaidMonths = 11;
        var short11 = await RecordAsync(facts);
        var refusal = await Refused.With(Approver.DecideClaimAsync(Decision(short11, granted: true)), StatusCode.FailedPrecondition, "unemployment.not_eligible");
        refusal.Metadata["reasons"].ShouldBe("unemployment.recent_months_short");
        var refused = await Approver.DecideClaimAsync(Decision(short11, granted: false));
        refused.State.ShouldBe(ClaimState.Refused);
        refused.Decision.Reasons.ShouldBe(["unemployment.recent_months_short"]);
    }

    [Fact]
    public async Task Record_WhileAnotherClaimIsOpen_IsRefused()
    {
        var claim = await RecordAsync(Facts());
        var again = new RecordClaimRequest
        {
            Claim = new UnemploymentClaim { Worker = claim.Worker, AreaCode = Samples.Commune, Facts = Facts() },
            RequestId = Samples.RequestId(),
        };
        var refusal = await Refused.With(Clerk.RecordClaimAsync(again), StatusCode.AlreadyExists, "unemployment.claim_open");
        refusal.Metadata["claim"].ShouldBe(claim.Name);
    }

    [Fact]
    public async Task Assess_RecordsNothing_AndNamesBadFacts()
    {
        var given = await Clerk.AssessClaimAsync(new AssessClaimRequest { Facts = Facts() });
        given.Eligible.ShouldBeTrue();
        var facts = Facts();
        (facts.WageRegion, facts.AverageWageVnd, facts.ContractEndedOn) = (5, 0, Samples.Day(2026, 3, 3));
        var refusal = await Refused.With(
            Clerk.AssessClaimAsync(new AssessClaimRequest { Facts = facts }), StatusCode.InvalidArgument, "unemployment.day_out_of_range");
        refusal.Violations.Select(one => one.Field).ShouldBe(["facts.contract_ended_on", "facts.average_wage_vnd", "facts.wage_region"]);
        facts = Facts();
        (facts.FiledOn, facts.ContractEndedOn, facts.LastPaidMonth) = (Samples.Day(2017, 3, 2), Samples.Day(2017, 2, 15), Samples.Day(2017, 2, 1));
        await Refused.With(
            Clerk.AssessClaimAsync(new AssessClaimRequest { Facts = facts, DecidedOn = Samples.Day(2017, 4, 1) }),
            StatusCode.FailedPrecondition, "unemployment.rate_missing");
    }

    [Theory]
    [InlineData(ClaimState.Received, "decide", null)]
    [InlineData(ClaimState.Received, "revoke", "unemployment.not_decided")]
    [InlineData(ClaimState.Granted, "decide", "unemployment.decided")]
    [InlineData(ClaimState.Granted, "revoke", null)]
    [InlineData(ClaimState.Refused, "decide", "unemployment.decided")]
    [InlineData(ClaimState.Refused, "revoke", null)]
    [InlineData(ClaimState.Revoked, "decide", "unemployment.decided")]
    [InlineData(ClaimState.Revoked, "revoke", "unemployment.revoked")]
    public async Task Action_InAState_ByEveryRole_IsAllowedOrRefusedByTheTable(ClaimState state, string action, string? code)
    {
        foreach (var role in roles)
        {
            var claim = await InStateAsync(state);
            var expected = role == "employment-approver" ? code : "permission.missing";
            (await TryAsync(action, claim, As(role, "somebody"))).ShouldBe(expected, $"{action} in {state} by {role}");
            var after = await Approver.GetClaimAsync(new GetClaimRequest { Name = claim.Name });
            (after.Etag == claim.Etag).ShouldBe(expected is not null);
        }
    }

    [Fact]
    public async Task Import_TheSameFileTwice_ChangesNothing_AndBadRowsAreNamed()
    {
        var rows = Enumerable.Range(1, 5).Select(Row).ToList();
        rows[1].MonthlyVnd = 1;
        rows[2].Granted = false;
        rows[3].DecisionNumber = "";
        var (results, first) = await ImportAsync(rows);
        first.Recorded.ShouldBe(2);
        results.SelectMany(one => one.Violations.Select(violation => violation.Reason)).ShouldBe(
            ["unemployment.amount_differs", "unemployment.eligible", "unemployment.decision_number_required"]);
        (await ImportAsync(rows)).Summary.AlreadyPresent.ShouldBe(2);
        var claim = await Clerk.GetClaimAsync(new GetClaimRequest { Name = results[0].Resource });
        claim.State.ShouldBe(ClaimState.Granted);
        claim.Decision.MonthlyVnd.ShouldBe(4_800_000);
    }

    [Fact]
    public async Task AnOfficerOfAnotherProvince_NeitherReadsNorWrites()
    {
        var claim = await RecordAsync(Facts());
        var foreign = new Client(service.OfficerOf("46"));
        await Refused.With(foreign.GetClaimAsync(new GetClaimRequest { Name = claim.Name }), StatusCode.PermissionDenied, "area.out_of_scope");
        await Refused.With(foreign.RecordClaimAsync(Request(Facts())), StatusCode.PermissionDenied, "area.out_of_scope");
    }

    Client As(string role, string subject) => new(service.Host.Channel(service.Host.Token(["*"], [role], [], subject)));

    async Task<UnemploymentClaim> RecordAsync(ClaimFacts facts) => await Clerk.RecordClaimAsync(Request(facts));

    async Task<UnemploymentClaim> InStateAsync(ClaimState state)
    {
        var facts = Facts();
        facts.Pension = state == ClaimState.Refused;
        var claim = await RecordAsync(facts);
        if (state != ClaimState.Received)
        {
            claim = await Approver.DecideClaimAsync(Decision(claim, granted: state != ClaimState.Refused));
        }

        return state == ClaimState.Revoked ? await Approver.RevokeDecisionAsync(Revocation(claim)) : claim;
    }

    static async Task<string?> TryAsync(string action, UnemploymentClaim claim, Client client)
    {
        try
        {
            await (action == "decide" ? client.DecideClaimAsync(Decision(claim, granted: true)) : client.RevokeDecisionAsync(Revocation(claim)));
            return null;
        }
        catch (RpcException refused)
        {
            return Refusal.From(refused).ShouldNotBeNull(refused.Status.Detail).Code;
        }
    }

    async Task<(List<ImportRowResult> Results, ImportSummary Summary)> ImportAsync(List<DecisionRow> rows)
    {
        using var call = new Client(service.Officer).ImportDecisions();
        await call.RequestStream.WriteAsync(new ImportDecisionsRequest { Options = new ImportOptions { FileName = "mau.csv" } });
        await call.RequestStream.WriteAsync(new ImportDecisionsRequest { Rows = new DecisionRows { Rows = { rows } } });
        await call.RequestStream.CompleteAsync();
        var (results, summary) = (new List<ImportRowResult>(), new ImportSummary());
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            results.AddRange(response.Results);
            summary = response.Summary ?? summary;
        }

        return (results, summary);
    }

    static DecisionRow Row(int line) => new()
    {
        Line = line,
        Worker = Samples.Worker(),
        AreaCode = Samples.Commune,
        Facts = Facts(),
        Granted = true,
        DecisionNumber = $"{line}/QĐ-BHTN",
        DecidedOn = Samples.Day(2026, 3, 20),
        MonthlyVnd = 4_800_000,
    };

    static RecordClaimRequest Request(ClaimFacts facts) => new()
    {
        Claim = new UnemploymentClaim { AreaCode = Samples.Commune, Facts = facts },
        NewWorker = Samples.Worker(),
        RequestId = Samples.RequestId(),
    };

    static DecideClaimRequest Decision(UnemploymentClaim claim, bool granted) => new()
    {
        Name = claim.Name,
        Etag = claim.Etag,
        Granted = granted,
        DecisionNumber = "12/QĐ-BHTN",
        DecidedOn = Samples.Day(2026, 3, 20),
        RequestId = Samples.RequestId(),
    };

    static RevokeDecisionRequest Revocation(UnemploymentClaim claim) =>
        new() { Name = claim.Name, Etag = claim.Etag, Reason = "Có việc làm", RequestId = Samples.RequestId() };

    static ClaimFacts Facts() => new()
    {
        FiledOn = Samples.Day(2026, 3, 2),
        ContractEndedOn = Samples.Day(2026, 2, 15),
        PaidMonths = 37,
        RecentPaidMonths = 24,
        LastPaidMonth = Samples.Day(2026, 2, 1),
        AverageWageVnd = 8_000_000,
        WageScheme = WageScheme.Employer,
        WageRegion = 3,
    };
}
