using System.Globalization;
using AnSinh.Contracts.Common.V1;
using AnSinh.ServiceKit.Requests;
using Date = Google.Type.Date;

namespace AnSinh.SocialProtection.Tests.Hosting;

/// <summary>Parts of requests that are good in everything; tests spoil one thing. People are made up.</summary>
static class Samples
{
    /// <summary>Phường Nam Hà, thành phố Hà Tĩnh, until 30 June 2025.</summary>
    public const string Commune = "18073";

    /// <summary>Phường Bắc Hà, thành phố Hà Tĩnh, until 30 June 2025.</summary>
    public const string OtherCommune = "18077";

    static int people;

    /// <summary>A citizen number that nobody else in this run has; no province has the code 099.</summary>
    public static string Number() => string.Create(CultureInfo.InvariantCulture, $"099060{Interlocked.Increment(ref people):D6}");

    public static string RequestId() => Guid.NewGuid().ToString();

    public static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    public static Date Day(DateOnly day) => WireDate.Of(day);

    public static Person Person(string? number = null, string area = Commune) => new()
    {
        FullName = "Công dân Mẫu",
        CitizenNumber = number ?? Number(),
        BirthDate = Day(1960, 3, 14),
        Sex = PersonSex.Male,
        AreaCode = area,
    };
}
