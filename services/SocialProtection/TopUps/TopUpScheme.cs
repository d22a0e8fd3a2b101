using AnSinh.BenefitPayments;

namespace AnSinh.SocialProtection.TopUps;

/// <summary>
/// Income top-ups of provincial resolutions as a benefit scheme: a fixed amount of the decision for members of poor households, beside whatever
/// else they receive. Figures count payments, not people.
/// </summary>
public static class TopUpScheme
{
    /// <summary>Code of the scheme.</summary>
    public const string Code = "protection.topup";

    /// <summary>The scheme.</summary>
    public static BenefitScheme Scheme => new()
    {
        Code = Code,
        NameVi = "Hỗ trợ thu nhập theo nghị quyết của tỉnh",
        ReadIdentityPermission = ProtectionModule.ReadIdentity,
        ExclusivityGroups = [new ExclusivityGroup { Code = "topup", NameVi = "hỗ trợ thu nhập", Categories = [""] }],
    };
}
