using System.Globalization;

namespace AnSinh.SocialProtection.Poverty;

/// <summary>Class of a household; stored by number.</summary>
public enum PovertyClass
{
    /// <summary>Hộ nghèo.</summary>
    Poor = 1,

    /// <summary>Hộ cận nghèo.</summary>
    NearPoor = 2,

    /// <summary>Hộ có mức sống trung bình.</summary>
    Average = 3,

    /// <summary>Mức sống trên trung bình.</summary>
    AboveAverage = 4,
}

/// <summary>Kind of settlement; stored by number.</summary>
public enum Settlement
{
    /// <summary>Nông thôn.</summary>
    Rural = 1,

    /// <summary>Thành thị.</summary>
    Urban = 2,
}

/// <summary>The lines of a standard for one kind of settlement, monthly income per head in VND, each inclusive.</summary>
/// <param name="Poor">Up to here a household is poor whatever else; null when the standard knows no such line.</param>
/// <param name="Deprivation">Up to here the deprivations decide: poor or near-poor.</param>
/// <param name="Average">Up to here the standard of living is average.</param>
public sealed record PovertyLines(long? Poor, long Deprivation, long Average);

/// <summary>
/// A multidimensional poverty standard: Decision 59/2015/QĐ-TTg (10 deprivations) or Decree 07/2021/NĐ-CP (12), with the days on which it applies.
/// </summary>
public sealed record PovertyStandard
{
    /// <summary>Code, such as <c>07/2021</c>.</summary>
    public required string Code { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly AppliedFrom { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly AppliedTo { get; init; }

    /// <summary>Deprivations from which on a household below the line is poor.</summary>
    public required int Deprivations { get; init; }

    /// <summary>Legal basis.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Lines by settlement.</summary>
    public required IReadOnlyDictionary<Settlement, PovertyLines> Lines { get; init; }

    /// <summary>Questions on deprivation, in the order of the answers.</summary>
    public required IReadOnlyList<string> Indicators { get; init; }

    /// <summary>The class of a household.</summary>
    /// <param name="settlement">Urban or rural at the time of the survey.</param>
    /// <param name="incomePerHead">Monthly income per head in VND.</param>
    /// <param name="deprivations">Deprivations counted.</param>
    public PovertyClass Classify(Settlement settlement, long incomePerHead, int deprivations)
    {
        var lines = Lines[settlement];
        if (incomePerHead <= lines.Poor)
        {
            return PovertyClass.Poor;
        }

        if (incomePerHead <= lines.Deprivation)
        {
            return deprivations >= Deprivations ? PovertyClass.Poor : PovertyClass.NearPoor;
        }

        return incomePerHead <= lines.Average ? PovertyClass.Average : PovertyClass.AboveAverage;
    }

    /// <summary>Whether lists in force from a day may be made by this standard: it applies then, or from the first day of the next year on.</summary>
    public bool Serves(DateOnly inForceFrom) => AppliesOn(inForceFrom) || AppliesOn(new DateOnly(inForceFrom.Year + 1, 1, 1));

    /// <summary>Whether it applies on a day.</summary>
    public bool AppliesOn(DateOnly day) => day >= AppliedFrom && day <= AppliedTo;
}

/// <summary>The poverty standards that the build carries.</summary>
public sealed class PovertyStandards
{
    readonly Dictionary<string, PovertyStandard> byCode = Read().ToDictionary(one => one.Code, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<PovertyStandard> All => byCode.Values;

    /// <summary>The standard of a code.</summary>
    public PovertyStandard this[string code] => byCode[code];

    /// <summary>The standard for lists in force from a day: the one named, else the one that applies on the day; null when there is none.</summary>
    public PovertyStandard? Find(string code, DateOnly inForceFrom) => code.Length == 0
        ? All.FirstOrDefault(one => one.AppliesOn(inForceFrom))
        : byCode.GetValueOrDefault(code) is { } named && named.Serves(inForceFrom) ? named : null;

    static IEnumerable<PovertyStandard> Read()
    {
        using var stream = typeof(PovertyStandards).Assembly.GetManifestResourceStream("poverty-standards.csv")!;
        using var reader = new StreamReader(stream);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(','));
        return [.. rows.GroupBy(cells => cells[0]).Select(Of)];
    }

    static PovertyStandard Of(IGrouping<string, string[]> rows)
    {
        var first = rows.First();
        return new PovertyStandard
        {
            Code = rows.Key,
            AppliedFrom = DateOnly.ParseExact(first[2], "O", CultureInfo.InvariantCulture),
            AppliedTo = DateOnly.ParseExact(first[3], "O", CultureInfo.InvariantCulture),
            Deprivations = int.Parse(first[7], CultureInfo.InvariantCulture),
            LegalBasis = first[8],
            Indicators = first[9].Split(';'),
            Lines = rows.ToDictionary(
                cells => cells[1] == "urban" ? Settlement.Urban : Settlement.Rural,
                cells => new PovertyLines(cells[4].Length == 0 ? null : Vnd(cells[4]), Vnd(cells[5]), Vnd(cells[6]))),
        };
    }

    static long Vnd(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);
}
