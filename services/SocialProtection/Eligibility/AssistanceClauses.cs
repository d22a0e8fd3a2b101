using AnSinh.Contracts.Protection.V1;

namespace AnSinh.SocialProtection.Eligibility;

/// <summary>A clause that somebody meets.</summary>
/// <param name="Category">Category of the benefit schedule.</param>
/// <param name="Multiplier">Multiplier in thousandths.</param>
/// <param name="Reason">Which clause, in Vietnamese.</param>
public sealed record ClauseMet(string Category, int Multiplier, string Reason);

/// <summary>
/// The clauses of Decree 20/2021/NĐ-CP, Article 5, with the days on which they hold: 5.5b and 5.5c were repealed by Decree 176/2025/NĐ-CP, Article 8,
/// from 1 July 2025.
/// </summary>
public static class AssistanceClauses
{
    static readonly DateOnly always = DateOnly.MaxValue;
    static readonly DateOnly lastDayOfOldAge = new(2025, 6, 30);

    static readonly Clause[] clauses =
    [
        new("5.1-duoi4", "khoản 1: trẻ em dưới 4 tuổi không có nguồn nuôi dưỡng", always, one => one.Facts.WithoutParents && one.Age < 4),
        new("5.1-tu4", "khoản 1: trẻ em từ 4 đến dưới 16 tuổi không có nguồn nuôi dưỡng", always, one => one.Facts.WithoutParents && one.Age is >= 4 and < 16),
        new("5.2", "khoản 2: từ 16 đến 22 tuổi thuộc khoản 1 đang đi học", always, one => one.Facts.WithoutParents && one.Facts.Studying && one.Age is >= 16 and <= 22),
        new("5.3-duoi4", "khoản 3: trẻ em dưới 4 tuổi nhiễm HIV thuộc hộ nghèo", always, one => one.Facts.Hiv && one.Poor && one.Age < 4),
        new("5.3-tu4", "khoản 3: trẻ em từ 4 đến dưới 16 tuổi nhiễm HIV thuộc hộ nghèo", always, one => one.Facts.Hiv && one.Poor && one.Age is >= 4 and < 16),
        new("5.4", "khoản 4: người đơn thân hộ nghèo, cận nghèo đang nuôi con", always, one => one.Facts.ChildrenOfSingleParent > 0 && one.PoorOrNear),
        new("5.5a-duoi80", "khoản 5 điểm a: từ 60 đến dưới 80 tuổi, hộ nghèo, không có người phụng dưỡng", always, one => one.Poor && one.Facts.NoSupporter && one.Age is >= 60 and < 80),
        new("5.5a-tu80", "khoản 5 điểm a: từ 80 tuổi, hộ nghèo, không có người phụng dưỡng", always, one => one.Poor && one.Facts.NoSupporter && one.Age >= 80),
        new("5.5b", "khoản 5 điểm b: từ 75 đến dưới 80 tuổi, hộ nghèo, cận nghèo ở nơi đặc biệt khó khăn", lastDayOfOldAge, one => one.PoorOrNear && one.Facts.ExtremelyDifficultArea && one.Age is >= 75 and < 80),
        new("5.5c", "khoản 5 điểm c: từ 80 tuổi không có lương hưu, trợ cấp hằng tháng", lastDayOfOldAge, one => !one.Facts.OtherMonthlyIncome && one.Age >= 80),
        new("5.5d", "khoản 5 điểm d: người cao tuổi hộ nghèo đủ điều kiện vào cơ sở, được chăm sóc tại cộng đồng", always, one => one.Poor && one.Facts.FacilityCaseInCommunity && one.Age >= 60),
        new("5.6-dbn", "khoản 6: khuyết tật đặc biệt nặng", always, one => one.Facts.Disability == DisabilityDegree.ExceptionallySevere && !one.ChildOrElderly),
        new("5.6-dbn-te", "khoản 6: trẻ em hoặc người cao tuổi khuyết tật đặc biệt nặng", always, one => one.Facts.Disability == DisabilityDegree.ExceptionallySevere && one.ChildOrElderly),
        new("5.6-nang", "khoản 6: khuyết tật nặng", always, one => one.Facts.Disability == DisabilityDegree.Severe && !one.ChildOrElderly),
        new("5.6-nang-te", "khoản 6: trẻ em hoặc người cao tuổi khuyết tật nặng", always, one => one.Facts.Disability == DisabilityDegree.Severe && one.ChildOrElderly),
        new("5.7", "khoản 7: trẻ em dưới 3 tuổi hộ nghèo, cận nghèo ở nơi đặc biệt khó khăn", always, one => one.PoorOrNear && one.Facts.ExtremelyDifficultArea && one.Age < 3
            && !one.Facts.WithoutParents && !one.Facts.Hiv && one.Facts.Disability == DisabilityDegree.Unspecified),
        new("5.8", "khoản 8: người nhiễm HIV hộ nghèo không có thu nhập ổn định", always, one => one.Facts.Hiv && one.Poor && !one.Facts.OtherMonthlyIncome && one.Age >= 16),
    ];

    /// <summary>The clauses that somebody meets on a day, by their order in the decree; which of them are paid together is the scheme's matter.</summary>
    /// <param name="birth">Date of birth.</param>
    /// <param name="facts">What the clauses go by besides age.</param>
    /// <param name="on">Day.</param>
    public static IReadOnlyList<ClauseMet> Met(DateOnly birth, AssistanceFacts facts, DateOnly on)
    {
        var age = on.Year - birth.Year - (on < birth.AddYears(on.Year - birth.Year) ? 1 : 0);
        var applicant = new Applicant(age, facts);
        return [.. clauses.Where(clause => on <= clause.LastDay && clause.Holds(applicant)).Select(clause => new ClauseMet(
            clause.Category, clause.Category == "5.4" ? 1_000 * facts.ChildrenOfSingleParent : 1_000, "Điều 5 " + clause.Text))];
    }

    sealed record Clause(string Category, string Text, DateOnly LastDay, Func<Applicant, bool> Holds);

    sealed record Applicant(int Age, AssistanceFacts Facts)
    {
        public bool Poor => Facts.Household == HouseholdStanding.Poor;

        public bool PoorOrNear => Facts.Household is HouseholdStanding.Poor or HouseholdStanding.NearPoor;

        // Child: below 16 (Law on children, Article 1); elderly: from 60 (Law on the elderly, Article 2).
        public bool ChildOrElderly => Age is < 16 or >= 60;
    }
}
