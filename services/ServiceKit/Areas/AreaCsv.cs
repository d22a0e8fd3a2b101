using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace AnSinh.ServiceKit.Areas;

/// <summary>
/// The two CSV files in which administrative units are handed over: units (code, name, type, level, parent_code, valid_from, valid_to)
/// and mergers (level, old_code, new_code, part). UTF-8, comma, one header line.
/// </summary>
public static class AreaCsv
{
    /// <summary>Columns of the units file.</summary>
    public static readonly IReadOnlyList<string> UnitColumns = ["code", "name", "type", "level", "parent_code", "valid_from", "valid_to"];

    /// <summary>Columns of the mergers file.</summary>
    public static readonly IReadOnlyList<string> MergerColumns = ["level", "old_code", "new_code", "part"];

    /// <summary>Reads units with their line numbers.</summary>
    /// <exception cref="FormatException">A wrong header, or a cell that is no level or no day: the line, the column and what is allowed.</exception>
    public static IEnumerable<(long Line, AreaUnit Unit)> ReadUnits(TextReader reader)
    {
        using var csv = Open(reader, UnitColumns);
        while (csv.Read())
        {
            var code = Cell(csv, "code");
            yield return (csv.Parser.RawRow, new AreaUnit
            {
                Code = code,
                Name = Cell(csv, "name"),
                Type = Cell(csv, "type"),
                Level = Level(csv),
                ParentCode = Cell(csv, "parent_code") is { Length: > 0 } parent ? parent : null,
                ValidFrom = Day(csv, "valid_from"),
                ValidTo = Day(csv, "valid_to"),
            });
        }
    }

    /// <summary>Reads mergers that took effect on one day, with their line numbers.</summary>
    /// <inheritdoc cref="ReadUnits"/>
    public static IEnumerable<(long Line, AreaSuccession Succession)> ReadMergers(TextReader reader, DateOnly effectiveOn)
    {
        using var csv = Open(reader, MergerColumns);
        while (csv.Read())
        {
            var part = Cell(csv, "part");
            if (part is not ("full" or "partial"))
            {
                throw Wrong(csv, "part", part, "full, partial");
            }

            yield return (csv.Parser.RawRow, new AreaSuccession(Level(csv), Cell(csv, "old_code"), Cell(csv, "new_code"), part == "full", effectiveOn));
        }
    }

    static CsvReader Open(TextReader reader, IReadOnlyList<string> columns)
    {
        var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            TrimOptions = TrimOptions.Trim,
            MissingFieldFound = missing => throw new FormatException(
                $"Dòng {missing.Context.Parser!.RawRow}, cột {missing.Context.Reader!.HeaderRecord![missing.Index]}: thiếu ô; mỗi dòng phải có đủ các cột."),
            BadDataFound = bad => throw new FormatException($"Dòng {bad.Context.Parser!.RawRow}: dấu ngoặc kép đặt sai trong \"{bad.Field}\"."),
        });
        if (!csv.Read() || !csv.ReadHeader() || !columns.All(column => csv.HeaderRecord!.Contains(column)))
        {
            var found = csv.HeaderRecord is { } header ? string.Join(",", header) : "";
            csv.Dispose();
            throw new FormatException($"Dòng 1: tiêu đề \"{found}\" không đúng; cần các cột {string.Join(",", columns)} (UTF-8).");
        }

        return csv;
    }

    static string Cell(CsvReader csv, string column) => csv.GetField(column) ?? "";

    static AreaLevel Level(CsvReader csv) => Cell(csv, "level") switch
    {
        "province" => AreaLevel.Province,
        "district" => AreaLevel.District,
        "commune" => AreaLevel.Commune,
        var other => throw Wrong(csv, "level", other, "province, district, commune"),
    };

    static DateOnly? Day(CsvReader csv, string column)
    {
        var text = Cell(csv, column);
        if (text.Length == 0)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Wrong(csv, column, text, "yyyy-MM-dd");
    }

    static FormatException Wrong(CsvReader csv, string column, string found, string allowed) =>
        new($"Dòng {csv.Parser.RawRow}, cột {column}: \"{found}\" không đúng; cho phép: {allowed}.");
}
