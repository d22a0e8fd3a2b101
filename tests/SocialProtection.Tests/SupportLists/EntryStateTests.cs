using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Protection.V1;
using AnSinh.Contracts.Support.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.SocialProtection.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.SocialProtection.Tests.SupportLists;

/// <summary>What may be done with an entry: state × action × who.</summary>
public sealed class EntryStateTests(ProtectionHost host) : IClassFixture<ProtectionHost>
{
    readonly Lists lists = new(host);

    public static TheoryData<SupportEntryState, string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<SupportEntryState, string, string, string>();
            foreach (var state in Enum.GetValues<SupportEntryState>().Where(state => state != SupportEntryState.Unspecified))
            {
                foreach (var action in (string[])["appraise", "approve", "refuse", "revoke", "deliver", "return"])
                {
                    foreach (var who in (string[])["officer", "approver", "viewer"])
                    {
                        cases.Add(state, action, who, Expected(state, action, who));
                    }
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Action_OnAState_ByARole(SupportEntryState state, string action, string who, string expected)
    {
        var programme = await lists.CreateAsync(Lists.Relief());
        var number = Samples.Number();
        var name = await MakeAsync(programme, number, state);
        var client = new SupportListService.SupportListServiceClient(host.As(who, $"protection-{who}"));

        var result = await TryAsync(client, action, programme, name, number);

        var after = (await lists.GetAsync(name)).State;
        if (Enum.TryParse<SupportEntryState>(expected, out var reached))
        {
            result.ShouldBe("");
            after.ShouldBe(reached);
        }
        else
        {
            result.ShouldBe(expected);
            after.ShouldBe(state);
        }
    }

    static string Expected(SupportEntryState state, string action, string who) => (action, who, state) switch
    {
        (_, "viewer", _) or ("approve" or "revoke", "officer", _) or ("appraise" or "refuse" or "deliver" or "return", "approver", _) => "permission.missing",
        ("appraise", _, SupportEntryState.Declared) => nameof(SupportEntryState.Appraised),
        ("appraise", _, _) => "support.nothing_to_appraise",
        ("approve", _, SupportEntryState.Appraised) => nameof(SupportEntryState.Approved),
        ("approve", _, _) => "support.nothing_to_approve",
        ("refuse", _, SupportEntryState.Declared or SupportEntryState.Appraised) => nameof(SupportEntryState.Refused),
        ("refuse", _, _) => "support.not_open",
        ("revoke", _, SupportEntryState.Approved or SupportEntryState.Undelivered) => nameof(SupportEntryState.Revoked),
        ("revoke", _, _) => "support.not_approved",
        ("deliver", _, SupportEntryState.Approved or SupportEntryState.Undelivered or SupportEntryState.Delivered) => nameof(SupportEntryState.Delivered),
        ("return", _, SupportEntryState.Approved or SupportEntryState.Undelivered) => nameof(SupportEntryState.Undelivered),
        ("return", _, SupportEntryState.Delivered) => "support.delivered_already",
        (_, _, SupportEntryState.Declared or SupportEntryState.Appraised) => "support.not_approved",
        _ => "support.entry_struck",
    };

    static async Task<string> TryAsync(SupportListService.SupportListServiceClient client, string action, SupportProgramme programme, string name, string number)
    {
        try
        {
            switch (action)
            {
                case "appraise":
                    await client.AppraiseSupportEntriesAsync(new AppraiseSupportEntriesRequest { Programme = programme.Name, AreaCode = Samples.Commune, RequestId = Samples.RequestId() });
                    return "";
                case "approve":
                    await client.ApproveSupportEntriesAsync(Approve(programme));
                    return "";
                case "refuse":
                    await client.RefuseSupportEntryAsync(await StrikeAsync(client, name));
                    return "";
                case "revoke":
                    await client.RevokeSupportEntryAsync(await StrikeAsync(client, name));
                    return "";
                default:
                    var row = Lists.Delivery(programme, number);
                    row.ReturnReason = action == "return" ? "Vắng mặt" : "";
                    var (rows, _) = await Importing.SendAsync(
                        client.ImportSupportDeliveries(),
                        new ImportSupportDeliveriesRequest { Options = new ImportOptions() },
                        new ImportSupportDeliveriesRequest { Rows = new SupportDeliveryRows { Rows = { row } } });
                    return rows[0].Violations.Count == 0 ? "" : rows[0].Violations[0].Reason;
            }
        }
        catch (RpcException refused)
        {
            return Refusal.From(refused)!.Code;
        }
    }

    static ApproveSupportEntriesRequest Approve(SupportProgramme programme) => new()
    {
        Programme = programme.Name,
        AreaCode = Samples.Commune,
        DecisionNo = "1234/QĐ-UBND",
        ApprovedOn = Samples.Day(2020, 4, 28),
        RequestId = Samples.RequestId(),
    };

    static async Task<StrikeSupportEntryRequest> StrikeAsync(SupportListService.SupportListServiceClient client, string name) => new()
    {
        Name = name,
        Reason = "Không đúng đối tượng",
        Etag = (await client.GetSupportEntryAsync(new GetSupportEntryRequest { Name = name })).Etag,
        RequestId = Samples.RequestId(),
    };

    async Task<string> MakeAsync(SupportProgramme programme, string number, SupportEntryState state)
    {
        var entry = Lists.Entry(programme, number);
        if (state is SupportEntryState.Approved or SupportEntryState.Delivered or SupportEntryState.Undelivered or SupportEntryState.Revoked)
        {
            Lists.Approved(entry);
        }

        var name = (await lists.ImportAsync(entry)).Rows[0].Resource;
        string[] steps = state switch
        {
            SupportEntryState.Appraised => ["appraise"],
            SupportEntryState.Delivered => ["deliver"],
            SupportEntryState.Undelivered => ["return"],
            SupportEntryState.Refused => ["refuse"],
            SupportEntryState.Revoked => ["revoke"],
            _ => [],
        };
        foreach (var step in steps)
        {
            (await TryAsync(step == "revoke" ? lists.Approver : lists.Officer, step, programme, name, number)).ShouldBe("");
        }

        return name;
    }

    [Fact]
    public async Task Approve_ByWhoDeclaredTheList_IsRefused()
    {
        var programme = await lists.CreateAsync(Lists.Relief());
        var both = new SupportListService.SupportListServiceClient(host.As("both", "protection-officer", "protection-approver"));
        var name = (await Lists.ImportAsync(both, [Lists.Entry(programme, Samples.Number())])).Rows[0].Resource;
        await both.AppraiseSupportEntriesAsync(new AppraiseSupportEntriesRequest { Programme = programme.Name, AreaCode = Samples.Commune, RequestId = Samples.RequestId() });

        await Refused.With(both.ApproveSupportEntriesAsync(Approve(programme)), StatusCode.FailedPrecondition, "support.approved_by_declarer");

        (await lists.GetAsync(name)).State.ShouldBe(SupportEntryState.Appraised);
    }
}
