using System.Globalization;
using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Training.V1;
using Date = Google.Type.Date;

namespace AnSinh.VocationalTraining.Tests.Hosting;

/// <summary>Requests that are good in everything; tests spoil one thing. People are made up.</summary>
static class Samples
{
    /// <summary>Phường Thành Sen, Hà Tĩnh, from 1 July 2025.</summary>
    public const string Commune = "18073";

    /// <summary>Phường Bắc Hà, thành phố Hà Tĩnh, until 30 June 2025.</summary>
    public const string FormerCommune = "18077";

    /// <summary>Phường Phú Xuân, Huế.</summary>
    public const string ForeignCommune = "19753";

    static int made;

    public static string RequestId() => Guid.NewGuid().ToString();

    public static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    /// <summary>A text that nothing else in this run has.</summary>
    public static string Code(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{Interlocked.Increment(ref made):D6}");

    public static Person Trainee() => new()
    {
        FullName = $"Công dân Mẫu {Code("")}",
        CitizenNumber = Code("099099"),
        BirthDate = Day(1999, 3, 14),
        Sex = PersonSex.Male,
        AreaCode = Commune,
    };

    public static Institution Institution() => new()
    {
        Code = Code("CS"),
        DisplayName = "Trường Trung cấp Mẫu",
        Kind = InstitutionKind.IntermediateSchool,
        Ownership = Ownership.Public,
        LicenceNumber = "01/GCN-SLĐTBXH",
        LicensedOn = Day(2015, 9, 1),
        AreaCode = FormerCommune,
        OpenedOn = Day(2015, 9, 1),
    };

    public static Programme Programme(string institution, TrainingLevel level = TrainingLevel.Elementary) => new()
    {
        Institution = institution,
        Code = Code("CT"),
        Level = level,
        OccupationCode = "5520121",
        OccupationName = "Hàn",
        DurationWeeks = level switch
        {
            TrainingLevel.College => 120,
            TrainingLevel.Intermediate => 80,
            TrainingLevel.Elementary => 20,
            _ => 8,
        },
        FeeVnd = 2_000_000,
        YearlyQuota = 100,
    };

    public static Enrolment Enrolment(string programme) => new()
    {
        Trainee = Trainee(),
        Programme = programme,
        EnrolledOn = Day(2026, 2, 2),
        AreaCode = Commune,
        RuralSubsidy = true,
    };

    public static Certificate Certificate(string enrolment) => new()
    {
        Enrolment = enrolment,
        Number = Code("B-"),
        BookNumber = "12",
        IssuedOn = Day(2026, 5, 10),
        Decision = "15/QĐ-TTC",
    };
}
