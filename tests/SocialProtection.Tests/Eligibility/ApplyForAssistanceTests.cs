using System.Text;
using AnSinh.Contracts.Events;
using AnSinh.Contracts.Events.Protection.V1;
using AnSinh.Contracts.Protection.V1;
using AnSinh.SocialProtection.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.SocialProtection.Tests.Eligibility;

public sealed class ApplyForAssistanceTests : IAsyncLifetime
{
    readonly ProtectionHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    EligibilityService.EligibilityServiceClient Client => new(host.Officer);

    static ApplyForAssistanceRequest Apply(AssistanceFacts facts) => new()
    {
        Application = new AssistanceApplication { Person = Samples.Person(), AreaCode = Samples.Commune, AppliedOn = Samples.Day(2024, 8, 1), Facts = facts },
        RequestId = Samples.RequestId(),
    };

    [Fact]
    public async Task Apply_WhenAClauseIsMet_IsEligibleWithTheReason_AndIsTold_AndEndsOnce()
    {
        var application = await Client.ApplyForAssistanceAsync(Apply(new AssistanceFacts { Disability = DisabilityDegree.Severe }));
        application.State.ShouldBe(EligibilityState.Eligible);
        application.Findings.Single().Category.ShouldBe("5.6-nang-te");
        application.Facts.ShouldBeNull();
        (await Client.GetAssistanceApplicationAsync(new GetAssistanceApplicationRequest { Name = application.Name })).Facts.Disability.ShouldBe(DisabilityDegree.Severe);

        EndEligibilityRequest End(string etag) => new()
        {
            Name = application.Name,
            EndedOn = Samples.Day(2025, 1, 1),
            Reason = "Xác định lại mức độ",
            Etag = etag,
            RequestId = Samples.RequestId(),
        };
        var ended = await Client.EndEligibilityAsync(End(application.Etag));
        await Refused.With(Client.EndEligibilityAsync(End(ended.Etag)), StatusCode.FailedPrecondition, "eligibility.not_eligible");

        var records = (await host.Host.EventsAsync("protection", 2)).Select(one => EventTypes.Read(one.Type, Encoding.UTF8.GetBytes(one.Data))).ToList();
        records[0].ShouldBeOfType<EligibilityFound>().Category.ShouldBe("5.6-nang-te");
        records[1].ShouldBeOfType<EligibilityLost>().Category.ShouldBe("5.6-nang-te");
    }

    [Fact]
    public async Task Applications_ArePagedInTheOrderInWhichTheyCame()
    {
        var names = new List<string>();
        for (var made = 0; made < 4; made++)
        {
            names.Add((await Client.ApplyForAssistanceAsync(Apply(new AssistanceFacts()))).Name);
        }

        var request = new ListAssistanceApplicationsRequest { PageSize = 2 };
        var first = await Client.ListAssistanceApplicationsAsync(request);
        request.PageToken = first.NextPageToken;
        var second = await Client.ListAssistanceApplicationsAsync(request);
        first.Applications.Concat(second.Applications).Select(one => one.Name).ShouldBe(names);
        second.NextPageToken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Apply_WhenNoClauseIsMet_IsNotEligibleWithTheReason()
    {
        var application = await Client.ApplyForAssistanceAsync(Apply(new AssistanceFacts()));

        application.State.ShouldBe(EligibilityState.NotEligible);
        application.Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Apply_WithoutAWholeDateOfBirth_IsRefused()
    {
        var request = Apply(new AssistanceFacts());
        request.Application.Person.BirthDate.Day = 0;

        await Refused.Field(Client.ApplyForAssistanceAsync(request), "application.person.birth_date", "eligibility.birth_date_incomplete");
    }
}
