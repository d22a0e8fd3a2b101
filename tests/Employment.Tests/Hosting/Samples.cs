using System.Globalization;
using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Requests;
using Date = Google.Type.Date;

namespace AnSinh.Employment.Tests.Hosting;

/// <summary>Requests that are good in everything; tests spoil one thing. People are made up.</summary>
static class Samples
{
    /// <summary>Phường Thành Sen, Hà Tĩnh, from 1 July 2025; before, the code was Phường Nam Hà, thành phố Hà Tĩnh (436).</summary>
    public const string Commune = "18073";

    /// <summary>Phường Bắc Hồng Lĩnh, Hà Tĩnh.</summary>
    public const string OtherCommune = "18115";

    /// <summary>Phường Bắc Hà, thành phố Hà Tĩnh, until 30 June 2025.</summary>
    public const string FormerCommune = "18077";

    /// <summary>Phường Phú Xuân, Huế.</summary>
    public const string ForeignCommune = "19753";

    static int people;

    /// <summary>A citizen number that nobody else in this run has: a man born in 1985, registered in Hà Tĩnh.</summary>
    public static string Number() => string.Create(CultureInfo.InvariantCulture, $"042085{Interlocked.Increment(ref people):D6}");

    public static string RequestId() => Guid.NewGuid().ToString();

    public static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    public static Date Day(DateOnly day) => WireDate.Of(day);

    public static Worker Worker(string? number = null) => new()
    {
        FullName = string.Create(CultureInfo.InvariantCulture, $"Công dân Mẫu {Interlocked.Increment(ref people)}"),
        CitizenNumber = number ?? Number(),
        BirthDate = Day(1985, 3, 14),
        Sex = Sex.Male,
        AreaCode = Commune,
        Education = EducationLevel.College,
        OccupationCode = "7233",
    };

    public static Worker WorkerWithoutNumber(string name = "Công dân Không số") => new() { FullName = name, BirthDate = Day(1960, 0, 0), AreaCode = Commune };

    public static Employer Employer(string taxCode = "") => new() { DisplayName = "Doanh nghiệp Mẫu", TaxCode = taxCode, SectorCode = "C", Size = 120, AreaCode = Commune };

    public static Placement Domestic() => new() { Channel = Channel.Domestic, StartDate = Day(2026, 3, 2), AreaCode = Commune, OccupationCode = "72" };

    public static Placement Overseas() => new()
    {
        Channel = Channel.OverseasContract,
        StartDate = Day(2026, 3, 2),
        AreaCode = Commune,
        Overseas = new OverseasTerms { MarketCode = "JP", ContractMonths = 36 },
    };

    public static Placement Loan() => new()
    {
        Channel = Channel.Loan,
        StartDate = Day(2026, 3, 2),
        AreaCode = Commune,
        Loan = new LoanTerms { AmountVnd = 50_000_000, ProjectRef = "DA-01" },
    };

    public static RecordPlacementRequest Record(Placement? placement = null, Worker? worker = null, Employer? employer = null) => new()
    {
        Placement = placement ?? Domestic(),
        NewWorker = worker ?? Worker(),
        NewEmployer = employer,
        RequestId = RequestId(),
    };

    public static PlacementRow Row(long line, Placement? placement = null, Worker? worker = null, Employer? employer = null) => new()
    {
        Line = line,
        Placement = placement ?? Domestic(),
        Worker = worker ?? Worker(),
        Employer = employer,
    };
}
