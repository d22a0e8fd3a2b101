using System.Globalization;
using System.Text;
using AnSinh.Contracts.Employment.V1;
using CsvHelper;
using CsvHelper.Configuration;

namespace AnSinh.Employment.Placements.Csv;

/// <summary>One line of a CSV file: a row to import, or what is wrong with it.</summary>
/// <param name="Line">Line in the file; the first line of data is 2.</param>
/// <param name="Row">The row; null when there are problems.</param>
/// <param name="Problems">What is wrong; empty for a row.</param>
public sealed record CsvLine(long Line, PlacementRow? Row, IReadOnlyList<CsvProblem> Problems);

/// <summary>Reads a CSV file of placements; see <see cref="PlacementColumns"/> for the format.</summary>
public static class PlacementCsvReader
{
    /// <summary>Reads line by line. Cells are only checked for their form; the service checks what they say.</summary>
    /// <param name="stream">The file, at its beginning; must be seekable.</param>
    /// <exception cref="CsvRefusedException">The file is refused whole: <c>csv.not_utf8</c>, <c>csv.header_invalid</c>, <c>csv.empty</c>.</exception>
    public static IEnumerable<CsvLine> Read(Stream stream)
    {
        Utf8Check.Require(stream);
        var quotes = new QuoteWatch();
        var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(stream),
            TrimOptions = TrimOptions.Trim,
            BadDataFound = _ => quotes.Bad = true,
        });
        return parser.Read()
            ? ReadLines(parser, PlacementColumns.Places(parser.Record!), quotes)
            : throw new CsvRefusedException(new CsvProblem(1, 0, "", "csv.empty", "tệp không có dòng tiêu đề."));
    }

    static IEnumerable<CsvLine> ReadLines(CsvParser parser, Dictionary<string, int> places, QuoteWatch quotes)
    {
        using (parser)
        {
            while (true)
            {
                // The line on which the record begins: a quoted cell may hold line breaks.
                var line = parser.RawRow + 1;
                quotes.Bad = false;
                if (!parser.Read())
                {
                    yield break;
                }

                yield return quotes.Bad ? Refused(line, "csv.quotes_invalid", "dấu ngoặc kép đặt không đúng.")
                    : parser.Count != places.Count ? Refused(line, "csv.cell_count", $"có {parser.Count} ô, cần {places.Count} ô như dòng tiêu đề.")
                    : new PlacementCells(line, parser.Record!, places).ToLine();
            }
        }
    }

    static CsvLine Refused(long line, string code, string message) => new(line, null, [new CsvProblem(line, 0, "", code, message)]);

    /// <summary>The separator, told by the header line: Vietnamese spreadsheets write semicolons, since the comma is the decimal sign.</summary>
    static string DelimiterOf(Stream stream)
    {
        Span<byte> start = stackalloc byte[4096];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var header = start[..read];
        var end = header.IndexOf((byte)'\n');
        header = end < 0 ? header : header[..end];
        return header.Count((byte)';') > header.Count((byte)',') ? ";" : ",";
    }

    sealed class QuoteWatch
    {
        public bool Bad { get; set; }
    }
}
