using AnSinh.AllInOne.Demo;
using AnSinh.Contracts.Reporting.V1;
using Date = Google.Type.Date;

namespace AnSinh.Platform.Tests.Recount;

/// <summary>An area whose figures are counted anew.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Within">The codes of the area and of everything below.</param>
public sealed record AreasCounted(string Code, IReadOnlyList<string> Within)
{
    /// <summary>The province, its first and last district, and a commune.</summary>
    public static async Task<IReadOnlyList<AreasCounted>> OfAsync(DemoClients clients, string province, DateOnly on)
    {
        var districts = await BelowAsync(clients, province, on);
        var communes = new List<AreasCounted>();
        foreach (var district in districts)
        {
            communes.Add(new AreasCounted(district, [district, .. await BelowAsync(clients, district, on)]));
        }

        var commune = communes[districts.Count / 2].Within[1];
        return [new(province, [province, .. communes.SelectMany(one => one.Within)]), communes[0], communes[^1], new(commune, [commune])];
    }

    static async Task<IReadOnlyList<string>> BelowAsync(DemoClients clients, string code, DateOnly day)
    {
        var on = new Date { Year = day.Year, Month = day.Month, Day = day.Day };
        var units = await clients.Areas.ListAreasAsync(new ListAreasRequest { ParentCode = code, On = on, PageSize = 1000 });
        return [.. units.Areas.Select(unit => unit.Code)];
    }
}
