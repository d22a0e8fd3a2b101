using AnSinh.BenefitPayments;
using AnSinh.BenefitPayments.Rates;

namespace AnSinh.MeritoriousPersons.Allowances;

/// <summary>The monthly allowances of the Ordinance as a benefit scheme.</summary>
public static class AllowanceScheme
{
    /// <summary>Code of the scheme.</summary>
    public const string Code = "merit.allowance";

    const string Folder = "AnSinh.MeritoriousPersons.Allowances.";

    /// <summary>The levels of the decrees, as embedded: <c>decrees.csv</c> and <c>levels.csv</c>.</summary>
    public static IReadOnlyList<BuiltInRate> Levels() => RateCsv.Read(typeof(AllowanceScheme).Assembly, Folder + "decrees.csv", Folder + "levels.csv");

    /// <summary>
    /// The scheme. Somebody of several categories receives all their monthly allowances, but one carer's allowance, at most two survivors' and
    /// one survivor's nurture (Ordinance 02/2020, Article 5); a rate of injury is one of its table, a carer's and a survivor's beside it.
    /// </summary>
    public static BenefitScheme Scheme => new()
    {
        Code = Code,
        NameVi = "Trợ cấp ưu đãi người có công",
        ReadIdentityPermission = "merit.persons.read_identity",
        BuiltInRates = Levels,
        ExclusivityGroups =
        [
            One("carer", "trợ cấp người phục vụ", "PV.", "BMVNAH.phuc_vu"),
            One("war_invalid", "trợ cấp thương binh theo tỷ lệ tổn thương", "TB-", "TBB-"),
            One("diseased_soldier", "trợ cấp bệnh binh theo tỷ lệ tổn thương", "BB-"),
            One("chemical_victim", "trợ cấp người nhiễm chất độc hóa học", "CDHH-0", "CDHH-1"),
            One("survivor_nurture", "trợ cấp tuất nuôi dưỡng", "NCC01.tuat_nuoi_duong", "NCC02.tuat_nuoi_duong", "LS.nuoi_duong", "TB.tuat_nuoi_duong", "BB.tuat_nuoi_duong", "CDHH.tuat_nuoi_duong"),
            new ExclusivityGroup
            {
                Code = "survivor",
                NameVi = "trợ cấp tuất",
                AtMost = 2,
                Categories = ["NCC01.tuat", "NCC02.tuat", "LS.", "TB.tuat", "BB.tuat", "CDHH.tuat"],
                // Nurture is paid beside a survivor's allowance; its own group says that there is one.
                Together = [.. Nurture.SelectMany(nurture => Survivor.Select(survivor => (nurture, survivor)))],
            },
        ],
    };

    static string[] Nurture => ["NCC01.tuat_nuoi_duong", "NCC02.tuat_nuoi_duong", "LS.nuoi_duong", "TB.tuat_nuoi_duong", "BB.tuat_nuoi_duong", "CDHH.tuat_nuoi_duong"];

    static string[] Survivor => ["NCC01.tuat", "NCC02.tuat", "LS.", "TB.tuat", "BB.tuat", "CDHH.tuat"];

    static ExclusivityGroup One(string code, string nameVi, params string[] categories) => new() { Code = code, NameVi = nameVi, Categories = categories };
}
