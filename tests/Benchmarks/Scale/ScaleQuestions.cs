using System.Diagnostics;
using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.Benchmarks.Scale;

/// <summary>The questions of the table: all indicators of a province over a year.</summary>
sealed class ScaleQuestions(ScaleHost host)
{
    static readonly string[] Years = ["2021", "2022", "2023", "2024", "2025"];

    readonly string[] indicators = [.. host.Services.GetRequiredService<IndicatorCatalogue>().Indicators.Select(one => one.Code).Distinct()];

    /// <summary>Indicators asked for.</summary>
    public int Indicators => indicators.Length;

    /// <summary>A question.</summary>
    public FigureQuestion Of(string province, string period, DateTimeOffset? asOf = null) => new()
    {
        Indicators = { indicators },
        Periods = { period },
        AreaCode = province,
        AreaRows = AreaRows.Self,
        View = asOf is { } moment ? new FigureView { AsOf = Timestamp.FromDateTimeOffset(moment) } : null,
    };

    /// <summary>Every province and year once.</summary>
    public IEnumerable<FigureQuestion> EachYear() => Years.SelectMany(year => ScaleAreas.Provinces.Select(province => Of(province, year)));

    /// <summary>Years that begin on any day: no two questions are equal, so no kept answer answers one.</summary>
    public IEnumerable<FigureQuestion> AnyYears(int number, int seed) => Enumerable.Range(0, number).Select(at =>
    {
        var draw = new ScaleDraw(99 + seed, at);
        var from = ScaleCalendar.First.AddDays(draw.Below(ScaleCalendar.Days - 366));
        return Of(draw.Of<string>(ScaleAreas.Provinces), string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}..{from.AddYears(1).AddDays(-1):yyyy-MM-dd}"));
    });

    /// <summary>Every province and year as of moments a year and some days back.</summary>
    public IEnumerable<FigureQuestion> AYearBack(int moments) => Enumerable.Range(0, moments).SelectMany(moment =>
        Years.SelectMany(year => ScaleAreas.Provinces.Select(province => Of(province, year, new DateTimeOffset(2025, 1, 1, 8, 0, 0, TimeSpan.Zero).AddHours(moment * 31)))));

    /// <summary>Asks, one after the other; the processor time of a question (client, service and database together) is what other work on the machine does not blur.</summary>
    public async Task<(Percentiles Took, TimeSpan Processor)> AskAsync(IEnumerable<FigureQuestion> questions)
    {
        var processor = new ProcessorTime();
        var timings = new List<TimeSpan>();
        var figures = host.Figures;
        foreach (var question in questions)
        {
            var began = Stopwatch.GetTimestamp();
            await figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question, PageSize = 1_000 });
            timings.Add(Stopwatch.GetElapsedTime(began));
        }

        return (Percentiles.Of(timings), processor.Each(timings.Count));
    }
}
