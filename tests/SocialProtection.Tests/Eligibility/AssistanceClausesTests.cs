using AnSinh.Contracts.Protection.V1;
using AnSinh.SocialProtection.Eligibility;
using Shouldly;
using Xunit;

namespace AnSinh.SocialProtection.Tests.Eligibility;

public sealed class AssistanceClausesTests
{
    static readonly DateOnly on = new(2024, 8, 1);

    public static TheoryData<int, AssistanceFacts, string> Cases => new()
    {
        { 3, new AssistanceFacts { WithoutParents = true }, "5.1-duoi4" },
        { 4, new AssistanceFacts { WithoutParents = true }, "5.1-tu4" },
        { 16, new AssistanceFacts { WithoutParents = true, Studying = true }, "5.2" },
        { 23, new AssistanceFacts { WithoutParents = true, Studying = true }, "" },
        { 3, new AssistanceFacts { Hiv = true, Household = HouseholdStanding.Poor }, "5.3-duoi4" },
        { 15, new AssistanceFacts { Hiv = true, Household = HouseholdStanding.Poor }, "5.3-tu4" },
        { 30, new AssistanceFacts { Hiv = true, Household = HouseholdStanding.Poor }, "5.8" },
        { 30, new AssistanceFacts { Hiv = true, Household = HouseholdStanding.Poor, OtherMonthlyIncome = true }, "" },
        { 60, new AssistanceFacts { NoSupporter = true, Household = HouseholdStanding.Poor }, "5.5a-duoi80" },
        { 59, new AssistanceFacts { NoSupporter = true, Household = HouseholdStanding.Poor }, "" },
        { 80, new AssistanceFacts { NoSupporter = true, Household = HouseholdStanding.Poor, OtherMonthlyIncome = true }, "5.5a-tu80" },
        { 75, new AssistanceFacts { ExtremelyDifficultArea = true, Household = HouseholdStanding.NearPoor }, "5.5b" },
        { 80, new AssistanceFacts(), "5.5c" },
        { 70, new AssistanceFacts { FacilityCaseInCommunity = true, Household = HouseholdStanding.Poor }, "5.5d" },
        { 40, new AssistanceFacts { Disability = DisabilityDegree.Severe }, "5.6-nang" },
        { 15, new AssistanceFacts { Disability = DisabilityDegree.Severe }, "5.6-nang-te" },
        { 40, new AssistanceFacts { Disability = DisabilityDegree.ExceptionallySevere }, "5.6-dbn" },
        { 60, new AssistanceFacts { Disability = DisabilityDegree.ExceptionallySevere }, "5.6-dbn-te" },
        { 2, new AssistanceFacts { ExtremelyDifficultArea = true, Household = HouseholdStanding.NearPoor }, "5.7" },
        { 3, new AssistanceFacts { ExtremelyDifficultArea = true, Household = HouseholdStanding.NearPoor }, "" },
        { 30, new AssistanceFacts { ChildrenOfSingleParent = 2, Household = HouseholdStanding.NearPoor, Disability = DisabilityDegree.Severe }, "5.4,5.6-nang" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Met_ByAgeAndFacts(int age, AssistanceFacts facts, string expected) =>
        string.Join(',', AssistanceClauses.Met(on.AddYears(-age), facts, on).Select(one => one.Category)).ShouldBe(expected);

    [Theory]
    [InlineData(2025, 6, 30, true)]
    [InlineData(2025, 7, 1, false)]
    public void OldAgeWithoutPension_HoldsUntilItsRepeal(int year, int month, int day, bool holds)
    {
        var today = new DateOnly(year, month, day);

        AssistanceClauses.Met(today.AddYears(-81), new AssistanceFacts(), today).Any(one => one.Category == "5.5c").ShouldBe(holds);
    }

    [Fact]
    public void ASingleParent_IsPaidForEveryChild() =>
        AssistanceClauses.Met(on.AddYears(-30), new AssistanceFacts { ChildrenOfSingleParent = 2, Household = HouseholdStanding.Poor }, on).Single().Multiplier.ShouldBe(2_000);
}
