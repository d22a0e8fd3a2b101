using AnSinh.BenefitPayments;
using AnSinh.Employment.Workers;

namespace AnSinh.Employment.UnemploymentPayments;

/// <summary>
/// Unemployment benefit as a benefit scheme: what a decision granted a month, for the months that it granted. One at a time; figures count the
/// money (EMP-08), not the people.
/// </summary>
public static class UnemploymentScheme
{
    /// <summary>Code of the scheme.</summary>
    public const string Code = "employment.unemployment";

    /// <summary>Category of every benefit; a second one that begins in the same month (the first was revoked) has a number behind it.</summary>
    public const string Category = "unemployment";

    /// <summary>The scheme.</summary>
    public static BenefitScheme Scheme => new()
    {
        Code = Code,
        NameVi = "Trợ cấp thất nghiệp",
        ReadIdentityPermission = WorkerMessages.ReadIdentity,
        ExclusivityGroups = [new ExclusivityGroup { Code = Category, NameVi = "trợ cấp thất nghiệp", Categories = [Category] }],
    };
}
