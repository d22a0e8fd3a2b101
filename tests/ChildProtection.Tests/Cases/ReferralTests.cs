using AnSinh.ChildProtection.Tests.Hosting;
using AnSinh.Contracts.Child.V1;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ChildProtection.Tests.Cases;

public sealed class ReferralTests(ChildHost service) : IClassFixture<ChildHost>
{
    CaseDriver Driver => new(service);

    [Fact]
    public async Task Refer_WithoutConsent_NeedsAReason_WhichOnlyReadersSee()
    {
        var one = await Driver.InAsync(CaseState.Screened);
        var request = CaseDriver.Referral(one, ReferredTo.Police);
        request.Consent = Consent.Unspecified;
        await Refused.Field(service.Cases.ReferCaseAsync(request), "consent", "case.consent_required");
        (request.Consent, request.RequestId) = (Consent.Overridden, Samples.RequestId());
        await Refused.Field(service.Cases.ReferCaseAsync(request), "override_reason", "case.text_invalid");
        (request.OverrideReason, request.RequestId) = ("Người chăm sóc là nghi phạm", Samples.RequestId());
        one = await service.Cases.ReferCaseAsync(request);
        (one.Referrals[0].Consent, one.Referrals[0].OverrideReason).ShouldBe((Consent.Overridden, ""));
        (await Driver.ReadAsync(one)).Referrals[0].OverrideReason.ShouldBe("Người chăm sóc là nghi phạm");
        var given = CaseDriver.Referral(one, ReferredTo.Health);
        given.OverrideReason = "Thừa";
        await Refused.Field(service.Cases.ReferCaseAsync(given), "override_reason", "case.override_not_needed");
    }

    [Theory]
    [InlineData(ReferralState.Sent, ReferralState.Accepted, true)]
    [InlineData(ReferralState.Sent, ReferralState.Refused, true)]
    [InlineData(ReferralState.Sent, ReferralState.Done, false)]
    [InlineData(ReferralState.Accepted, ReferralState.Done, true)]
    [InlineData(ReferralState.Accepted, ReferralState.Accepted, false)]
    [InlineData(ReferralState.Accepted, ReferralState.Refused, false)]
    [InlineData(ReferralState.Refused, ReferralState.Accepted, false)]
    [InlineData(ReferralState.Refused, ReferralState.Done, false)]
    [InlineData(ReferralState.Done, ReferralState.Done, false)]
    public async Task Answer_FollowsTheReferralsStates(ReferralState from, ReferralState to, bool allowed)
    {
        var one = await Driver.InAsync(CaseState.Screened);
        one = await service.Cases.ReferCaseAsync(CaseDriver.Referral(one, ReferredTo.School));
        ReferralState[] way = from switch
        {
            ReferralState.Sent => [],
            ReferralState.Done => [ReferralState.Accepted, ReferralState.Done],
            _ => [from],
        };
        foreach (var state in way)
        {
            one = await service.Cases.AnswerReferralAsync(CaseDriver.Answer(one, state));
        }

        if (allowed)
        {
            (await service.Cases.AnswerReferralAsync(CaseDriver.Answer(one, to))).Referrals[0].State.ShouldBe(to);
        }
        else
        {
            await Refused.With(service.Cases.AnswerReferralAsync(CaseDriver.Answer(one, to)), StatusCode.FailedPrecondition, "case.referral_answered");
        }
    }

    [Fact]
    public async Task Events_TellOfEachBodyOnceForTheFirstTime_AndOfNobody()
    {
        await using var host = await Testing.ServiceTestHost.StartAsync(builder => builder.AddChildProtection());
        var cases = new CaseService.CaseServiceClient(host.Channel(host.Token("child-worker")));
        var one = await cases.OpenCaseAsync(Samples.Opening(host.Time.GetUtcNow()));
        one = await cases.ReferCaseAsync(CaseDriver.Referral(one, ReferredTo.Police));
        one = await cases.ReferCaseAsync(CaseDriver.Referral(one, ReferredTo.Police));
        one = await cases.ReferCaseAsync(CaseDriver.Referral(one, ReferredTo.Court));
        await cases.ScreenCaseAsync(new ScreenCaseRequest { Name = one.Name, Etag = one.Etag, Note = "Báo nhầm", RequestId = Samples.RequestId() });
        var events = await host.EventsAsync("child", 5);
        events.Select(told => (told.Type["ansinh.child.v1.".Length..], told.Data)).ShouldBe(
        [
            ("AbuseCaseOpened", """{"abuse_type":"physical"}"""),
            ("CaseReferred", """{"abuse_type":"physical","to":"police","first_time":true}"""),
            ("CaseReferred", """{"abuse_type":"physical","to":"police","first_time":false}"""),
            ("CaseReferred", """{"abuse_type":"physical","to":"court","first_time":true}"""),
            ("CaseClosed", """{"plan_met":false}"""),
        ]);
    }
}
