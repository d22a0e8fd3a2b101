using AnSinh.BenefitPayments;
using AnSinh.BenefitPayments.Rates;

namespace AnSinh.SocialProtection.Assistance;

/// <summary>Monthly social assistance as a benefit scheme: standard × coefficient of the clause (Decree 20/2021/NĐ-CP, Articles 4 to 6).</summary>
public static class AssistanceScheme
{
    /// <summary>Code of the scheme.</summary>
    public const string Code = "protection.assistance";

    const string Folder = "AnSinh.SocialProtection.Assistance.";

    /// <summary>The standards and coefficients of the decrees, as embedded: <c>decrees.csv</c> and <c>levels.csv</c>.</summary>
    public static IReadOnlyList<BuiltInRate> Levels() => RateCsv.Read(typeof(AssistanceScheme).Assembly, Folder + "decrees.csv", Folder + "levels.csv");

    /// <summary>
    /// The scheme. Who is of several clauses receives the highest only, but a poor single parent (5.4) who is also of 5.5, 5.6 or 5.8 receives
    /// both (Article 6.2). Figures count the people paid (SOC-04).
    /// </summary>
    public static BenefitScheme Scheme => new()
    {
        Code = Code,
        NameVi = "Trợ cấp xã hội hằng tháng",
        ReadIdentityPermission = ProtectionModule.ReadIdentity,
        TellPaidPeople = true,
        BuiltInRates = Levels,
        ExclusivityGroups =
        [
            new ExclusivityGroup
            {
                Code = "assistance",
                NameVi = "trợ cấp xã hội hằng tháng",
                Categories = ["5."],
                Together = [("5.4", "5.5"), ("5.4", "5.6"), ("5.4", "5.8")],
            },
        ],
    };
}
