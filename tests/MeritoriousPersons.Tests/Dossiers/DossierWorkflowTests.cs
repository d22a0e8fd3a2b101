using AnSinh.Contracts.Dossiers.V1;
using AnSinh.Contracts.Merit.V1;
using AnSinh.MeritoriousPersons.Tests.Hosting;
using AnSinh.ServiceKit.Errors;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;
using Call = System.Func<AnSinh.Contracts.Merit.V1.DossierService.DossierServiceClient, AnSinh.Contracts.Dossiers.V1.AdvanceDossierRequest, Grpc.Core.AsyncUnaryCall<AnSinh.Contracts.Dossiers.V1.Dossier>>;

namespace AnSinh.MeritoriousPersons.Tests.Dossiers;

/// <summary>Every state, every role, every action: who may do it, where it leads, and that nothing else changes anything.</summary>
public sealed class DossierWorkflowTests(MeritHost service) : IClassFixture<MeritHost>
{
    static readonly Dictionary<string, (Call Call, string[] Roles)> actions = new()
    {
        ["verify"] = ((desk, step) => desk.VerifyDossierAsync(step), ["merit-clerk", "merit-officer"]),
        ["appraise"] = ((desk, step) => desk.AppraiseDossierAsync(step), ["merit-officer"]),
        ["approve"] = ((desk, step) => desk.ApproveDossierAsync(step), ["merit-approver"]),
        ["refuse"] = ((desk, step) => desk.RefuseDossierAsync(step), ["merit-approver"]),
        ["return"] = ((desk, step) => desk.ReturnDossierAsync(step), ["merit-clerk", "merit-officer"]),
        ["resubmit"] = ((desk, step) => desk.ResubmitDossierAsync(step), ["merit-clerk", "merit-officer"]),
        ["transfer"] = ((desk, step) => desk.TransferDossierAsync(step), ["merit-officer"]),
        ["void"] = ((desk, step) => desk.VoidDossierAsync(step), ["merit-officer"]),
    };

    static readonly Dictionary<(DossierState, string), DossierState> leads = new()
    {
        [(DossierState.Received, "verify")] = DossierState.Verified,
        [(DossierState.Received, "return")] = DossierState.ReturnedForSupplement,
        [(DossierState.Received, "transfer")] = DossierState.TransferredOut,
        [(DossierState.Received, "void")] = DossierState.Voided,
        [(DossierState.Verified, "appraise")] = DossierState.Appraised,
        [(DossierState.Verified, "return")] = DossierState.ReturnedForSupplement,
        [(DossierState.Verified, "void")] = DossierState.Voided,
        [(DossierState.Appraised, "approve")] = DossierState.Approved,
        [(DossierState.Appraised, "refuse")] = DossierState.Refused,
        [(DossierState.Appraised, "return")] = DossierState.ReturnedForSupplement,
        [(DossierState.Appraised, "void")] = DossierState.Voided,
        [(DossierState.Approved, "return")] = DossierState.Returned,
        [(DossierState.Approved, "transfer")] = DossierState.TransferredOut,
        [(DossierState.Approved, "void")] = DossierState.Voided,
        [(DossierState.Refused, "return")] = DossierState.Returned,
        [(DossierState.Refused, "void")] = DossierState.Voided,
        [(DossierState.ReturnedForSupplement, "resubmit")] = DossierState.Received,
        [(DossierState.ReturnedForSupplement, "transfer")] = DossierState.TransferredOut,
        [(DossierState.ReturnedForSupplement, "void")] = DossierState.Voided,
        [(DossierState.Returned, "transfer")] = DossierState.TransferredOut,
        [(DossierState.Returned, "void")] = DossierState.Voided,
    };

    static readonly Dictionary<DossierState, string[]> ways = new()
    {
        [DossierState.Received] = [],
        [DossierState.Verified] = ["verify"],
        [DossierState.Appraised] = ["verify", "appraise"],
        [DossierState.Approved] = ["verify", "appraise", "approve"],
        [DossierState.Refused] = ["verify", "appraise", "refuse"],
        [DossierState.ReturnedForSupplement] = ["return"],
        [DossierState.Returned] = ["verify", "appraise", "approve", "return"],
        [DossierState.TransferredOut] = ["transfer"],
        [DossierState.Voided] = ["void"],
    };

    public static TheoryData<DossierState> States => [.. ways.Keys];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Every_RoleAndAction_LeadsWhereTheTableSays_OrChangesNothing(DossierState state)
    {
        var dossier = await In(state);
        foreach (var (name, (call, roles)) in actions)
        {
            foreach (var role in new[] { "merit-viewer", "merit-clerk", "merit-officer", "merit-approver" })
            {
                var answer = call(new DossierService.DossierServiceClient(service.As(role)), Step(dossier, name));
                if (!roles.Contains(role))
                {
                    await Refused.With(answer, StatusCode.PermissionDenied, "permission.missing");
                }
                else if (!leads.TryGetValue((state, name), out var next))
                {
                    await Refused.With(answer, StatusCode.FailedPrecondition, "dossier.wrong_state");
                }
                else
                {
                    (await answer).State.ShouldBe(next, $"{state} {name} {role}");
                    dossier = await In(state);
                    continue;
                }

                (await service.Dossiers.GetDossierAsync(new GetDossierRequest { Name = dossier.Name })).Etag.ShouldBe(dossier.Etag, $"{state} {name} {role}");
            }
        }
    }

    [Fact]
    public async Task Approve_WhenPapersAreMissing_IsRefused()
    {
        var dossier = await In(DossierState.Appraised);
        dossier = await service.Dossiers.UpdatePapersAsync(new UpdatePapersRequest
        {
            Name = dossier.Name,
            Etag = dossier.Etag,
            Papers = { new Paper { Title = "Giấy ra viện", Kind = PaperKind.Original, Missing = true } },
            RequestId = Samples.RequestId(),
        });
        var approver = new DossierService.DossierServiceClient(service.Approver);
        var refusal = await Refused.With(approver.ApproveDossierAsync(Samples.Step(dossier)), StatusCode.FailedPrecondition, "dossier.papers_missing");
        refusal.Message.ShouldContain("Giấy ra viện");
        (await service.Dossiers.GetDossierAsync(new GetDossierRequest { Name = dossier.Name })).State.ShouldBe(DossierState.Appraised);
    }

    [Fact]
    public async Task Decide_ByWhoAppraisedIt_IsRefused_WhateverTheRoles()
    {
        var both = new DossierService.DossierServiceClient(
            service.Host.Channel(service.Host.Token(["*"], ["merit-officer", "merit-approver"], [], "one-for-all")));
        var dossier = await both.RegisterDossierAsync(Samples.Register());
        dossier = await both.VerifyDossierAsync(Samples.Step(dossier));
        dossier = await both.AppraiseDossierAsync(Samples.Step(dossier));
        await Refused.With(both.ApproveDossierAsync(Samples.Step(dossier)), StatusCode.FailedPrecondition, "dossier.same_officer");
        await Refused.With(both.RefuseDossierAsync(Samples.Step(dossier, "Không đủ")), StatusCode.FailedPrecondition, "dossier.same_officer");
    }

    [Fact]
    public async Task Refuse_WithoutReason_IsRefused()
    {
        var dossier = await In(DossierState.Appraised);
        await Refused.Field(new DossierService.DossierServiceClient(service.Approver).RefuseDossierAsync(Samples.Step(dossier)), "reason", "reason.invalid");
    }

    [Fact]
    public async Task Transfer_ToNoProvince_IsRefused() =>
        await Refused.Field(service.Dossiers.TransferDossierAsync(Samples.Step(await In(DossierState.Received), toProvince: "00")), "to_province", "dossier.province_invalid");

    [Fact]
    public async Task Advance_OnAnOldEtag_IsRefused()
    {
        var dossier = await In(DossierState.Received);
        await service.Dossiers.AssignDossierAsync(new AssignDossierRequest { Name = dossier.Name, Etag = dossier.Etag, Holder = "Phòng Người có công", RequestId = Samples.RequestId() });
        var refusal = await Refused.With(service.Dossiers.VerifyDossierAsync(Samples.Step(dossier)), StatusCode.Aborted, "etag.mismatch");
        refusal.Metadata[Refusal.EtagKey].ShouldBe("2");
    }

    [Fact]
    public async Task History_TellsEveryStep()
    {
        var dossier = await In(DossierState.Refused);
        var history = await service.Dossiers.GetDossierHistoryAsync(new GetDossierHistoryRequest { Name = dossier.Name });
        history.Steps.Select(step => (step.From, step.To, step.Actor)).ShouldBe(
        [
            (DossierState.Received, DossierState.Verified, "account-merit-officer"),
            (DossierState.Verified, DossierState.Appraised, "account-merit-officer"),
            (DossierState.Appraised, DossierState.Refused, "account-merit-approver"),
        ]);
    }

    async Task<Dossier> In(DossierState state)
    {
        var dossier = await service.Dossiers.RegisterDossierAsync(Samples.Register());
        foreach (var name in ways[state])
        {
            var (call, roles) = actions[name];
            dossier = await call(new DossierService.DossierServiceClient(service.As(roles[^1])), Step(dossier, name));
        }

        dossier.State.ShouldBe(state);
        return dossier;
    }

    static AdvanceDossierRequest Step(Dossier dossier, string action) =>
        Samples.Step(dossier, action is "refuse" or "return" or "void" ? "Thiếu căn cứ" : "", action == "transfer" ? "46" : "");
}
