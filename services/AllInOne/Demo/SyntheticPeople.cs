using System.Globalization;
using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo;

/// <summary>
/// Makes people that do not exist, the same ones for the same seed. Their citizen numbers begin with 099, a province of birth that was
/// never given out, so that no number can be a real person's; the service answers with a warning and takes them.
/// </summary>
public static class SyntheticPeople
{
    const int OldestBirthYear = 1961;
    const int YoungestBirthYear = 2001;

    /// <summary>Person number n of a scenario.</summary>
    /// <param name="seed">Seed of the scenario.</param>
    /// <param name="number">Number within the scenario, from 0; at most 999,999.</param>
    /// <param name="areaCode">Commune that the person lives in.</param>
    public static Worker Worker(int seed, int number, string areaCode)
    {
        var random = new Random(HashCode(seed, number));
        var female = random.Next(2) == 1;
        var birth = new DateOnly(random.Next(OldestBirthYear, YoungestBirthYear + 1), 1, 1).AddDays(random.Next(365));
        var sexAndCentury = (birth.Year >= 2000 ? 2 : 0) + (female ? 1 : 0);
        return new Worker
        {
            FullName = string.Create(CultureInfo.InvariantCulture, $"Công dân Mẫu {number:D6}"),
            CitizenNumber = string.Create(CultureInfo.InvariantCulture, $"099{sexAndCentury}{birth.Year % 100:D2}{(number + seed * 7) % 1_000_000:D6}"),
            BirthDate = WireDate.Of(birth),
            Sex = female ? Sex.Female : Sex.Male,
            AreaCode = areaCode,
            Education = (EducationLevel)random.Next(1, 6),
        };
    }

    /// <summary>The same person as the other services take one.</summary>
    /// <inheritdoc cref="Worker"/>
    public static Contracts.Common.V1.Person Person(int seed, int number, string areaCode)
    {
        var worker = Worker(seed, number, areaCode);
        return new Contracts.Common.V1.Person
        {
            FullName = worker.FullName,
            CitizenNumber = worker.CitizenNumber,
            BirthDate = worker.BirthDate,
            Sex = (Contracts.Common.V1.PersonSex)worker.Sex,
            AreaCode = areaCode,
        };
    }

    /// <summary>A number from two, the same on every machine (unlike <see cref="System.HashCode"/>).</summary>
    internal static int HashCode(int seed, int number) => unchecked((int)((uint)seed * 2_654_435_761u ^ (uint)number * 2_246_822_519u));
}
