using System.Diagnostics;
using AnSinh.AllInOne.Demo;
using AnSinh.AllInOne.Demo.Loaders;
using AnSinh.Contracts.Employment.V1;

namespace AnSinh.Benchmarks.Measures;

/// <summary>Placements through the bulk import, until the last answer and until the indicator holds them all.</summary>
static class BulkImport
{
    public static async Task<(int Rows, TimeSpan ToAnswer, TimeSpan ToFigure)> MeasureAsync(RunningPlatform platform, int rows)
    {
        var made = Rows(rows, 0);
        // A few rows first, so that code is compiled and connections are open.
        await PlacementLoader.ImportAsync(platform.Clients.Official, Rows(2_000, 500_000), "warm-up", _ => { }, CancellationToken.None);
        await new CatchUp(platform.Clients, TimeProvider.System).WaitAsync("employment", _ => { }, CancellationToken.None);
        var clock = Stopwatch.StartNew();
        await PlacementLoader.ImportAsync(platform.Clients.Official, made, "bench", _ => { }, CancellationToken.None);
        var answered = clock.Elapsed;
        await new CatchUp(platform.Clients, TimeProvider.System).WaitAsync("employment", _ => { }, CancellationToken.None);
        return (rows, answered, clock.Elapsed);
    }

    /// <summary>Placements of distinct people in the province, first half of 2020.</summary>
    public static IReadOnlyList<PlacementRow> Rows(int count, int firstPerson)
    {
        var group = new RecordGroup
        {
            Service = "employment",
            Record = "placement",
            Count = count,
            From = new DateOnly(2020, 1, 2),
            To = new DateOnly(2020, 6, 30),
            Split = new Dictionary<string, IReadOnlyDictionary<string, int>>
            {
                ["channel"] = new Dictionary<string, int> { ["domestic"] = count - (count / 8), ["overseas_contract"] = count / 8 },
            },
            Line = 1,
        };
        return [.. PlacementRecords.Rows(group, firstPerson, 1, Communes)];
    }

    /// <summary>Communes of Hà Tĩnh in 2020.</summary>
    public static IReadOnlyList<string> Communes { get; } = FindCommunes();

    static List<string> FindCommunes()
    {
        var areas = new ServiceKit.Areas.AreaDirectory();
        var day = new DateOnly(2020, 1, 2);
        return [.. areas.Children(RunningPlatform.Province, day).SelectMany(district => areas.Children(district.Code, day)).Select(commune => commune.Code)];
    }
}
