using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Indicators;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.Reporting.Figures;

/// <summary>Answers a question about figures by pages.</summary>
/// <param name="reader">Reads the question.</param>
/// <param name="rows">Computes rows.</param>
/// <param name="apart">Computes what is kept apart.</param>
/// <param name="freshness">How fresh the figures are.</param>
public sealed class QueryFigures(QuestionReader reader, FigureRows rows, ApartFigures apart, Freshness freshness)
{
    /// <summary>Most cells of an answer by pages.</summary>
    public const long MostCells = 100_000;

    const int DefaultPage = 1_000;
    const int LargestPage = 5_000;

    // Nobody knows beforehand how many members a line has.
    const int LinesWithMembers = 100;

    /// <summary>Answers with a page.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<QueryFiguresResponse> RunAsync(QueryFiguresRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize, DefaultPage, LargestPage);
        var asked = await reader.ReadAsync(
            request.Question, MostCells, "Hãy chia câu hỏi theo kỳ hoặc theo địa bàn rồi đọc từng trang (page_size, page_token), hoặc gọi StreamFigures.", cancellationToken);
        var start = PageToken.Read(request, request.PageToken, 2) is { } position ? Position.Of(position) : new Position(0, 0);
        var at = start;
        // First the freshness, then the figures: never promise more than was booked when the figures were read.
        var response = new QueryFiguresResponse { Cells = asked.Cells, Freshness = { await freshness.ListAsync(cancellationToken) } };
        while (at.Line < asked.Cells && response.Rows.Count < size)
        {
            var lines = asked.Lines(at.Line).Take(asked.Dimensions.Count == 0 ? size - response.Rows.Count : Math.Min(size - response.Rows.Count, LinesWithMembers)).ToList();
            foreach (var line in await rows.OfAsync(asked, lines, cancellationToken))
            {
                at = Add(response, size, line, at);
                if (response.Rows.Count == size)
                {
                    break;
                }
            }
        }

        await foreach (var units in apart.ReadAsync(asked, Begun(asked, start, at), cancellationToken))
        {
            response.KeptApart.AddRange(units);
        }

        response.NextPageToken = at.Line < asked.Cells ? PageToken.Make(request, at.Parts) : "";
        return response;
    }

    // What is kept apart in a period comes with the first of its rows, so that it comes once.
    static IEnumerable<AskedPeriod> Begun(AskedFigures asked, Position start, Position end)
    {
        var line = 0L;
        foreach (var period in asked.Periods)
        {
            var here = (long)period.Areas.Count * asked.Indicators.Count;
            if (here > 0 && (line > start.Line || (line == start.Line && start.Row == 0)) && (line < end.Line || (line == end.Line && end.Row > 0)))
            {
                yield return period;
            }

            line += here;
        }
    }

    static Position Add(QueryFiguresResponse response, int size, IReadOnlyList<FigureRow> line, Position at)
    {
        var fitting = line.Skip(at.Row).Take(size - response.Rows.Count).ToList();
        response.Rows.AddRange(fitting);
        return at.Row + fitting.Count < line.Count ? new Position(at.Line, at.Row + fitting.Count) : new Position(at.Line + 1, 0);
    }

    /// <summary>Where a page begins: a line, and how many of its rows were on the pages before.</summary>
    readonly record struct Position(long Line, int Row)
    {
        public string[] Parts => [Line.ToString(CultureInfo.InvariantCulture), Row.ToString(CultureInfo.InvariantCulture)];

        public static Position Of(IReadOnlyList<string> parts) =>
            new(long.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
