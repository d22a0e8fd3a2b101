using AnSinh.Dossiers.Workflow;
using AnSinh.People;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Dossiers.Tests.Workflow;

/// <summary>Any sequence of actions whatever: what the workflow promises of it.</summary>
public sealed class DossierWorkflowTests
{
    static readonly DateTimeOffset now = new(2026, 6, 15, 2, 0, 0, TimeSpan.Zero);
    static readonly DateOnly today = new(2026, 6, 15);
    static readonly Arbitrary<DossierAction[]> lives = Gen.Elements(Enum.GetValues<DossierAction>()).ArrayOf(30).ToArbitrary();

    [Fact]
    public void Life_OfReleasedDossiers_HasEnded() => Prop.ForAll(lives, life => Live(life).All(step => !step.Before.Released)).QuickCheckThrowOnFailure();

    [Fact]
    public void Life_ReachesEachStateForTheFirstTimeOnce() =>
        Prop.ForAll(lives, life => Live(life).Where(step => step.First).GroupBy(step => step.To).All(group => group.Count() == 1)).QuickCheckThrowOnFailure();

    [Fact]
    public void Life_DecidesOnlyWhatWasAppraised() => Prop.ForAll(
        lives,
        life => Live(life).Where(step => step.To is DossierState.Approved or DossierState.Refused).All(step => step.Before.State == DossierState.Appraised && step.Before.Appraised))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Life_KeepsTheDayOfTheFirstAppraisal()
    {
        var dossier = New(DossierState.Received);
        dossier.Enter(DossierState.Appraised, "a", today, null, now).ShouldBeTrue();
        dossier.Enter(DossierState.Received, "a", today, null, now).ShouldBeFalse();
        dossier.Enter(DossierState.Appraised, "b", today.AddDays(9), null, now).ShouldBeFalse();
        (dossier.AppraisedOn, dossier.AppraisedBy).ShouldBe((today, "b"));
    }

    [Fact]
    public void TakenOver_AsApproved_HasTheStatesBeforeBehindIt()
    {
        var dossier = New(DossierState.Approved);
        dossier.Enter(DossierState.Returned, "a", today, null, now).ShouldBeTrue();
        (dossier.ReachedStates & DossierWorkflow.Bit(DossierState.Appraised)).ShouldNotBe(0);
        dossier.AppraisedOn.ShouldBeNull();
    }

    [Fact]
    public void EveryState_HasAName_ForEventsAndForPeople()
    {
        var states = Enum.GetValues<DossierState>();
        states.Select(DossierWorkflow.NameOf).Distinct().Count().ShouldBe(states.Length);
        states.Select(DossierWorkflow.TextOf).Distinct().Count().ShouldBe(states.Length);
    }

    static List<(DossierState To, bool First, (DossierState State, bool Released, bool Appraised) Before)> Live(DossierAction[] life)
    {
        var dossier = New(DossierState.Received);
        var steps = new List<(DossierState, bool, (DossierState, bool, bool))>();
        foreach (var action in life)
        {
            if (DossierWorkflow.Next(dossier.State, action) is { } next)
            {
                var before = (dossier.State, dossier.IsReleased, dossier.AppraisedOn is not null);
                steps.Add((next, dossier.Enter(next, "account", today, null, now), before));
            }
        }

        return steps;
    }

    static Dossier New(DossierState state) => Dossier.Of(
        new DossierDraft
        {
            Register = "merit",
            Category = "NCC07",
            Symbol = "",
            Person = new PersonDraft { FullName = "Công dân Mẫu", AreaCode = "18073", AreaOn = today },
            AreaCode = "18073",
            ReceivedOn = today,
            State = state,
            Holder = "",
            TransferredFrom = "",
        },
        Guid.NewGuid(), Guid.NewGuid(), 0, "account", now);
}
