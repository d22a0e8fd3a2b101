using System.Globalization;
using AnSinh.Dossiers;
using AnSinh.Dossiers.Deadlines;
using AnSinh.MeritoriousPersons.Categories;
using AnSinh.MeritoriousPersons.Persons;

namespace AnSinh.MeritoriousPersons.Dossiers;

/// <summary>The register of dossiers of meritorious persons.</summary>
static class MeritDossiers
{
    /// <summary>Code of the register in events.</summary>
    public const string Code = "merit";

    /// <summary>The register: the Ordinance's categories, the decree's deadlines.</summary>
    public static DossierRegister Register { get; } = new()
    {
        Code = Code,
        Categories = MeritCategories.All.ToDictionary(category => category.Code, category => category.NameVi),
        Deadlines = [.. DataFile.Rows("AnSinh.MeritoriousPersons.Dossiers.deadlines.csv").Select(Deadline)],
        ReadIdentity = PersonNames.ReadIdentity,
    };

    static DossierDeadline Deadline(string[] cells) => new()
    {
        Register = Code,
        Category = cells[0],
        State = Enum.Parse<DossierState>(cells[1], ignoreCase: true),
        WorkingDays = int.Parse(cells[2], CultureInfo.InvariantCulture),
        AppliedFrom = DateOnly.ParseExact(cells[3], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        LegalBasis = cells[4],
    };
}
