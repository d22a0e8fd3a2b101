using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Requests;
using AreaLevel = AnSinh.ServiceKit.Areas.AreaLevel;
using AreaSuccession = AnSinh.ServiceKit.Areas.AreaSuccession;

namespace AnSinh.Benchmarks.Scale;

/// <summary>
/// The units of three provinces whose outline did not change on 2025-07-01 (Thanh Hóa, Nghệ An, Hà Tĩnh; their communes did): the real ones
/// where the country's lists lie beside the repository, else made-up ones of about the same number.
/// </summary>
sealed class ScaleAreas
{
    /// <summary>Codes of the provinces.</summary>
    public static readonly string[] Provinces = ["38", "40", "42"];

    static readonly DateOnly Merged = new(2025, 7, 1);
    readonly AreaDirectory directory = new();
    readonly Dictionary<(string Province, bool AfterMerger), string[]> communes = [];

    ScaleAreas(IReadOnlyList<AreaUnit> units, IReadOnlyList<AreaSuccession> successions)
    {
        (Units, Successions) = (units, successions);
        directory.Merge(units.Select(unit => (unit, Guid.Empty)), successions.Select(one => (one, Guid.Empty)));
        foreach (var province in Provinces)
        {
            communes[(province, false)] = CommunesOf(province, new DateOnly(2021, 1, 1), Merged.AddDays(-1));
            communes[(province, true)] = CommunesOf(province, Merged, new DateOnly(2025, 12, 31));
        }
    }

    /// <summary>The units to import.</summary>
    public IReadOnlyList<AreaUnit> Units { get; }

    /// <summary>Their mergers.</summary>
    public IReadOnlyList<AreaSuccession> Successions { get; }

    /// <summary>What the table says of them.</summary>
    public string Description { get; private init; } = "real units";

    /// <summary>The communes of a province that bear their codes all the time before the mergers, or after them.</summary>
    public string[] Communes(string province, DateOnly on) => communes[(province, on >= Merged)];

    /// <summary>Reads the country's lists, or makes some up.</summary>
    public static ScaleAreas Load()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var data = Path.Combine(directory.FullName, "shared", "data");
            if (File.Exists(Path.Combine(data, "admin-units.csv")))
            {
                using var units = new StreamReader(Path.Combine(data, "admin-units.csv"));
                using var mergers = new StreamReader(Path.Combine(data, "admin-unit-mergers-2025-07-01.csv"));
                return Within([.. AreaCsv.ReadUnits(units).Select(row => row.Unit)], [.. AreaCsv.ReadMergers(mergers, Merged).Select(row => row.Succession)]);
            }
        }

        return new ScaleAreas([.. MadeUp()], []) { Description = "made-up units" };
    }

    /// <summary>The messages of the import.</summary>
    public ImportAreasRequest ToRequest() => new()
    {
        FirstLine = 2,
        Areas =
        {
            Units.Select(unit => new Area
            {
                Code = unit.Code,
                DisplayName = unit.Name,
                Type = unit.Type,
                Level = (Contracts.Reporting.V1.AreaLevel)(int)unit.Level,
                ParentCode = unit.ParentCode ?? "",
                ValidFrom = unit.ValidFrom is { } from ? WireDate.Of(from) : null,
                ValidTo = unit.ValidTo is { } to ? WireDate.Of(to) : null,
            }),
        },
        Successions =
        {
            Successions.Select(one => new Contracts.Reporting.V1.AreaSuccession
            {
                Level = (Contracts.Reporting.V1.AreaLevel)(int)one.Level,
                OldCode = one.OldCode,
                NewCode = one.NewCode,
                Full = one.Full,
                EffectiveOn = WireDate.Of(one.EffectiveOn),
            }),
        },
    };

    static ScaleAreas Within(List<AreaUnit> units, List<AreaSuccession> successions)
    {
        var all = new AreaDirectory();
        all.Merge(units.Select(unit => (unit, Guid.Empty)), []);
        bool IsOurs(AreaUnit unit) => Provinces.Any(province => all.IsWithin(unit.Code, province, unit.ValidTo ?? unit.ValidFrom ?? Merged));
        var ours = units.Where(IsOurs).ToList();
        var codes = ours.Select(unit => (unit.Code, unit.ValidFrom)).ToHashSet();
        return new ScaleAreas(ours, [.. successions.Where(one =>
            codes.Any(unit => unit.Code == one.OldCode && !(unit.ValidFrom >= Merged)) && codes.Any(unit => unit.Code == one.NewCode))]);
    }

    static IEnumerable<AreaUnit> MadeUp()
    {
        for (var province = 0; province < Provinces.Length; province++)
        {
            for (var district = 0; district < 13; district++)
            {
                var code = FormattableString.Invariant($"{900 + province * 20 + district}");
                yield return new AreaUnit { Code = code, Name = $"Huyện {code}", Type = "Huyện", Level = AreaLevel.District, ParentCode = Provinces[province] };
                for (var commune = 0; commune < 20; commune++)
                {
                    var below = FormattableString.Invariant($"{90_000 + province * 1_000 + district * 20 + commune}");
                    yield return new AreaUnit { Code = below, Name = $"Xã {below}", Type = "Xã", Level = AreaLevel.Commune, ParentCode = code };
                }
            }
        }
    }

    string[] CommunesOf(string province, DateOnly from, DateOnly to) => [.. directory.All
        .Where(unit => unit.Level == AreaLevel.Commune && unit.ValidOn(from) && unit.ValidOn(to) && directory.IsWithin(unit.Code, province, from) && directory.IsWithin(unit.Code, province, to))
        .Select(unit => unit.Code).Order(StringComparer.Ordinal)];
}
