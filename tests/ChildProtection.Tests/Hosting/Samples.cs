using System.Globalization;
using AnSinh.Contracts.Child.V1;
using AnSinh.Contracts.Common.V1;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Date = Google.Type.Date;

namespace AnSinh.ChildProtection.Tests.Hosting;

/// <summary>Requests that are good in everything; tests spoil one thing. People are made up.</summary>
static class Samples
{
    /// <summary>Phường Thành Sen, Hà Tĩnh, from 1 July 2025.</summary>
    public const string Commune = "18073";

    /// <summary>Phường Phú Xuân, Huế.</summary>
    public const string ForeignCommune = "19753";

    static int people;

    public static string RequestId() => Guid.NewGuid().ToString();

    public static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    public static Date Day(DateOnly day) => WireDate.Of(day);

    /// <summary>A boy born on 14 March 2015 whom nobody has registered.</summary>
    public static Person Person()
    {
        var number = Interlocked.Increment(ref people);
        return new Person
        {
            FullName = string.Create(CultureInfo.InvariantCulture, $"Trẻ em Mẫu {number}"),
            CitizenNumber = string.Create(CultureInfo.InvariantCulture, $"099215{number:D6}"),
            BirthDate = Day(2015, 3, 14),
            Sex = PersonSex.Male,
            AreaCode = Commune,
        };
    }

    public static Circumstance Circumstance(CircumstanceKind kind = CircumstanceKind.Orphan) => new() { Kind = kind, StartedOn = Day(2026, 1, 5) };

    public static Support Support(SupportKind kind = SupportKind.MonthlyAllowance) => new() { Kind = kind, StartedOn = Day(2026, 2, 2) };

    public static RegisterChildRequest Registration(params Support[] supports) => new()
    {
        Child = new Child { Person = Person(), Circumstances = { Circumstance() }, Supports = { supports } },
        RequestId = RequestId(),
    };

    public static ChildRow ChildRow(long line) => new() { Line = line, Person = Person(), Circumstance = Circumstance(), Support = Support() };

    public static Incident Incident(string reference = "") => new()
    {
        Kind = IncidentKind.Drowning,
        HappenedOn = Day(2026, 5, 20),
        AreaCode = Commune,
        Fatal = true,
        Place = IncidentPlace.River,
        VictimAge = 9,
        VictimSex = PersonSex.Female,
        Swimming = SwimmingSkill.No,
        Reference = reference,
    };

    public static RecordIncidentRequest Recording(Incident? incident = null) => new() { Incident = incident ?? Incident(), RequestId = RequestId() };

    public static OpenCaseRequest Opening(DateTimeOffset receivedAt) => new()
    {
        AreaCode = Commune,
        AbuseType = AbuseType.Physical,
        Source = ReportSource.Hotline111,
        ReceivedAt = Timestamp.FromDateTimeOffset(receivedAt),
        Account = "Tin báo về một trẻ em bị đánh",
        RequestId = RequestId(),
    };
}
