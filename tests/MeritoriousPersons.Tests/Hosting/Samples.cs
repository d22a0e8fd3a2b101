using System.Globalization;
using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Dossiers.V1;
using AnSinh.Contracts.Merit.V1;
using AnSinh.ServiceKit.Requests;
using Date = Google.Type.Date;

namespace AnSinh.MeritoriousPersons.Tests.Hosting;

/// <summary>Requests that are good in everything; tests spoil one thing. People are made up.</summary>
static class Samples
{
    /// <summary>Phường Thành Sen, Hà Tĩnh, from 1 July 2025.</summary>
    public const string Commune = "18073";

    /// <summary>Phường Bắc Hồng Lĩnh, Hà Tĩnh.</summary>
    public const string OtherCommune = "18115";

    /// <summary>Phường Phú Xuân, Huế.</summary>
    public const string ForeignCommune = "19753";

    static int people;

    /// <summary>A citizen number that nobody has: 099 registers no births.</summary>
    public static string Number() => string.Create(CultureInfo.InvariantCulture, $"099045{Interlocked.Increment(ref people):D6}");

    public static string RequestId() => Guid.NewGuid().ToString();

    public static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    public static Date Day(DateOnly day) => WireDate.Of(day);

    public static Person Person(string area = Commune) => new()
    {
        FullName = string.Create(CultureInfo.InvariantCulture, $"Công dân Mẫu {Interlocked.Increment(ref people)}"),
        CitizenNumber = Number(),
        BirthDate = Day(1945, 8, 19),
        Sex = PersonSex.Male,
        AreaCode = area,
    };

    public static Dossier Dossier(string area = Commune) => new()
    {
        Category = "NCC07",
        Symbol = "HT/TB.1024",
        Person = Person(area),
        AreaCode = area,
        ReceivedOn = Day(2026, 6, 1),
        Papers = { new Paper { Title = "Bản khai (Mẫu 12)", Kind = PaperKind.Original, Pages = 2 } },
    };

    public static RegisterDossierRequest Register(Dossier? dossier = null) => new() { Dossier = dossier ?? Dossier(), RequestId = RequestId() };

    public static AdvanceDossierRequest Step(Dossier dossier, string reason = "", string toProvince = "") =>
        new() { Name = dossier.Name, Etag = dossier.Etag, Reason = reason, ToProvince = toProvince, RequestId = RequestId() };

    public static MeritPerson MeritPerson(string category = "NCC07") => new()
    {
        Person = Person(),
        Category = category,
        AreaCode = Commune,
        RecognisedOn = Day(2026, 1, 5),
        DecisionNumber = "12/QĐ-SNV",
        InjuryPercent = category == "NCC07" ? 61 : 0,
    };

    public static Reburial Reburial() => new()
    {
        ReburiedOn = Day(2026, 5, 20),
        AreaCode = Commune,
        Identification = Identification.Unknown,
        FoundIn = FoundIn.Laos,
        Cemetery = "Nghĩa trang liệt sĩ Núi Nài",
    };
}
