using AnSinh.Reporting.Quality;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Quality;

/// <summary>Every state against every action: a person's change to each state, a run that sees it, a run that does not.</summary>
public sealed class FindingStatesTests
{
    [Theory]
    [InlineData(QualityState.Open, "Acknowledged", QualityState.Open, QualityState.Gone)]
    [InlineData(QualityState.Acknowledged, "Resolved Accepted", QualityState.Acknowledged, QualityState.Gone)]
    [InlineData(QualityState.Resolved, "Open", QualityState.Open, QualityState.Resolved)]
    [InlineData(QualityState.Accepted, "Open", QualityState.Accepted, QualityState.Gone)]
    [InlineData(QualityState.Gone, "", QualityState.Open, QualityState.Gone)]
    public void EveryState_AllowsTheseChangesOnly(QualityState state, string allowed, QualityState whenSeen, QualityState whenNotSeen)
    {
        string.Join(' ', Enum.GetValues<QualityState>().Where(to => FindingStates.Allows(state, to))).ShouldBe(allowed);
        FindingStates.WhenSeen(state).ShouldBe(whenSeen);
        FindingStates.WhenNotSeen(state).ShouldBe(whenNotSeen);
    }
}
