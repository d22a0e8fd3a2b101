using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.Employment.Placements;

/// <summary>What a worker's age says about a placement. Dates of birth may lack day and month; only what is certain counts.</summary>
public static class AgeRules
{
    /// <summary>Youngest age at which somebody may start a job (Labour Code 45/2019, Article 3; lighter work from 13 is not recorded here).</summary>
    public const int YoungestWorker = 15;

    /// <summary>Adds a violation when the start lies before birth or before the 15th birthday.</summary>
    /// <returns>Whether the start is allowed.</returns>
    public static bool Check(PartialDate? birth, DateOnly startDate, string path, List<Violation> found)
    {
        if (birth is not { } date)
        {
            return true;
        }

        if (startDate < date.Earliest)
        {
            found.Add(new Violation(path + ".start_date", "placement.start_before_birth", "Ngày bắt đầu làm việc sớm hơn ngày sinh của người lao động."));
            return false;
        }

        if (startDate < date.Earliest.AddYears(YoungestWorker))
        {
            found.Add(new Violation(
                path + ".start_date", "placement.worker_too_young", $"Người lao động chưa đủ {YoungestWorker} tuổi vào ngày bắt đầu làm việc."));
            return false;
        }

        return true;
    }

    /// <summary>Age group on a day as events name it; null when the date of birth does not tell it for certain.</summary>
    public static string? BandOn(PartialDate? birth, DateOnly day)
    {
        if (birth is not { } date)
        {
            return null;
        }

        var band = Band(Age(date.Earliest, day));
        return band == Band(Age(date.Latest, day)) ? band : null;
    }

    static int Age(DateOnly birth, DateOnly day) => day.Year - birth.Year - (day < birth.AddYears(day.Year - birth.Year) ? 1 : 0);

    static string? Band(int age) => age switch
    {
        < YoungestWorker => null,
        < 25 => "15-24",
        < 35 => "25-34",
        < 45 => "35-44",
        < 60 => "45-59",
        _ => "60+",
    };
}
