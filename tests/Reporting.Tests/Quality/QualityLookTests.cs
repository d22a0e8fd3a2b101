using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Quality;
using AnSinh.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using QualityKind = AnSinh.Reporting.Quality.QualityKind;
using QualityRule = AnSinh.Reporting.Quality.QualityRule;

namespace AnSinh.Reporting.Tests.Quality;

/// <summary>A run takes seconds over a province; whoever writes meanwhile does not wait for it.</summary>
public sealed class QualityLookTests : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    readonly HeldCheck held = new();
    ServiceTestHost? host;

    public async Task InitializeAsync() => host = await ServiceTestHost.StartAsync(builder =>
    {
        builder.AddReporting();
        // The last kind of rule is looked at by a check that the test holds up.
        builder.Services.Remove(builder.Services.Last(service => service.ServiceType == typeof(IQualityCheck)));
        builder.Services.AddSingleton<IQualityCheck>(held);
    });

    public async Task DisposeAsync() => await host!.DisposeAsync();

    [Fact]
    public async Task Run_WhileItLooks_LetsOtherCommandsPass_AndTheNextRunComeAfterIt()
    {
        var token = host!.Token("planning-officer");
        var quality = new QualityService.QualityServiceClient(host.Channel(token));
        var first = quality.RunQualityChecksAsync(Request()).ResponseAsync;
        await held.Looking.WaitAsync(Patience);

        var plan = new Plan { Indicator = "EMP-01", AreaCode = "42", Year = 2020, Target = "24000", Comparator = Comparator.AtLeast };
        var saved = await new PlanService.PlanServiceClient(host.Channel(token)).SetPlanAsync(new() { Plan = plan, RequestId = Guid.NewGuid().ToString() })
            .ResponseAsync.WaitAsync(Patience);
        saved.Target.ShouldBe("24000");
        first.IsCompleted.ShouldBeFalse();

        var second = quality.RunQualityChecksAsync(Request()).ResponseAsync;
        held.LetGo();
        var opened = (await first).Opened;
        opened.ShouldBeGreaterThan(0);
        ((await second).Opened, (await second).StillFound).ShouldBe((0, opened));
        held.Looks.ShouldBe(2);
    }

    static RunQualityChecksRequest Request() => new() { Period = "2020", AreaCode = "42", RequestId = Guid.NewGuid().ToString() };

    sealed class HeldCheck : IQualityCheck
    {
        readonly TaskCompletionSource looking = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public QualityKind Kind => QualityKind.Gap;

        public Task Looking => looking.Task;

        public int Looks { get; private set; }

        public void LetGo() => released.SetResult();

        public async Task<CheckResult> LookAsync(QualityRule rule, QualityScope scope, CancellationToken cancellationToken)
        {
            Looks++;
            looking.TrySetResult();
            await released.Task.WaitAsync(cancellationToken);
            return new CheckResult([""], []);
        }
    }
}
