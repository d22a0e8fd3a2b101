using System.Globalization;
using AnSinh.ServiceKit.Requests;
using Columns = AnSinh.Employment.Placements.Csv.PlacementColumns;
using Date = Google.Type.Date;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Placements.Csv;

/// <summary>The cells of one line of a CSV file, on their way to a row.</summary>
/// <param name="line">Line in the file.</param>
/// <param name="cells">Cells.</param>
/// <param name="places">Places of the columns.</param>
sealed class PlacementCells(long line, string[] cells, Dictionary<string, int> places)
{
    static readonly Dictionary<string, Wire.Sex> Sexes = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = Wire.Sex.Unspecified,
        ["nam"] = Wire.Sex.Male,
        ["male"] = Wire.Sex.Male,
        ["nữ"] = Wire.Sex.Female,
        ["nu"] = Wire.Sex.Female,
        ["female"] = Wire.Sex.Female,
    };

    static readonly Dictionary<string, Wire.Channel> Channels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["domestic"] = Wire.Channel.Domestic,
        ["trong nước"] = Wire.Channel.Domestic,
        ["loan"] = Wire.Channel.Loan,
        ["vay vốn"] = Wire.Channel.Loan,
        ["overseas_contract"] = Wire.Channel.OverseasContract,
        ["nước ngoài"] = Wire.Channel.OverseasContract,
    };

    static readonly Dictionary<string, Wire.EducationLevel> Levels = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = Wire.EducationLevel.Unspecified,
        ["untrained"] = Wire.EducationLevel.Untrained,
        ["chưa qua đào tạo"] = Wire.EducationLevel.Untrained,
        ["elementary"] = Wire.EducationLevel.Elementary,
        ["sơ cấp"] = Wire.EducationLevel.Elementary,
        ["intermediate"] = Wire.EducationLevel.Intermediate,
        ["trung cấp"] = Wire.EducationLevel.Intermediate,
        ["college"] = Wire.EducationLevel.College,
        ["cao đẳng"] = Wire.EducationLevel.College,
        ["university"] = Wire.EducationLevel.University,
        ["đại học"] = Wire.EducationLevel.University,
    };

    static readonly string[] DayFormats = ["yyyy-MM-dd", "d/M/yyyy"];

    readonly List<CsvProblem> problems = [];

    /// <summary>The line as a row, or with its problems.</summary>
    public CsvLine ToLine()
    {
        var row = new Wire.PlacementRow { Line = line, Placement = Placement(), Worker = Worker(), Employer = Employer() };
        return problems.Count == 0 ? new CsvLine(line, row, []) : new CsvLine(line, null, problems);
    }

    Wire.Worker Worker() => new()
    {
        FullName = Cell(Columns.FullName),
        CitizenNumber = Cell(Columns.CitizenNumber),
        BirthDate = Birth(),
        Sex = OneOf(Columns.Sex, Sexes, "csv.sex_invalid"),
        Education = OneOf(Columns.Education, Levels, "csv.education_invalid"),
    };

    Wire.Placement Placement() => new()
    {
        AreaCode = Cell(Columns.AreaCode),
        Channel = OneOf(Columns.Channel, Channels, "csv.channel_invalid"),
        StartDate = Day(Columns.StartDate),
        OccupationCode = Cell(Columns.OccupationCode),
        Overseas = Any(Columns.MarketCode, Columns.ContractMonths, Columns.ReturnDate) ? new Wire.OverseasTerms
        {
            MarketCode = Cell(Columns.MarketCode).ToUpperInvariant(),
            ContractMonths = (int)Number(Columns.ContractMonths, int.MaxValue),
            ReturnDate = Day(Columns.ReturnDate),
        } : null,
        Loan = Any(Columns.LoanAmountVnd, Columns.LoanProjectRef) ? new Wire.LoanTerms
        {
            AmountVnd = Number(Columns.LoanAmountVnd, long.MaxValue),
            ProjectRef = Cell(Columns.LoanProjectRef),
        } : null,
    };

    Wire.Employer? Employer() => !Any(Columns.EmployerName, Columns.EmployerTaxCode, Columns.EmployerSectorCode, Columns.EmployerAreaCode) ? null : new Wire.Employer
    {
        DisplayName = Cell(Columns.EmployerName),
        TaxCode = Cell(Columns.EmployerTaxCode),
        SectorCode = Cell(Columns.EmployerSectorCode),
        AreaCode = Cell(Columns.EmployerAreaCode),
    };

    string Cell(string column) => places.TryGetValue(column, out var place) ? cells[place] : "";

    bool Any(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (Cell(column).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    T OneOf<T>(string column, Dictionary<string, T> allowed, string code)
    {
        if (!allowed.TryGetValue(Cell(column), out var value))
        {
            Wrong(column, code, string.Join(", ", allowed.Keys.Where(key => key.Length > 0)) + (allowed.ContainsKey("") ? ", hoặc để trống" : ""));
        }

        return value!;
    }

    Date? Day(string column)
    {
        var text = Cell(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return WireDate.Of(day);
        }

        Wrong(column, "csv.date_invalid", "yyyy-MM-dd hoặc dd/MM/yyyy");
        return null;
    }

    Date? Birth()
    {
        var text = Cell(Columns.BirthDate);
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return new Date { Year = year };
        }

        if (text.Length is 6 or 7 && DateOnly.TryParseExact("1/" + text, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return new Date { Year = month.Year, Month = month.Month };
        }

        return Day(Columns.BirthDate);
    }

    long Number(string column, long largest)
    {
        var text = Cell(column);
        if (text.Length == 0)
        {
            return 0;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= largest)
        {
            return number;
        }

        Wrong(column, "csv.number_invalid", "một số nguyên không có dấu phân cách, ví dụ 50000000");
        return 0;
    }

    void Wrong(string column, string code, string allowed)
    {
        var text = Cell(column);
        problems.Add(new CsvProblem(
            line, places.GetValueOrDefault(column, -1) + 1, column, code, $"“{(text.Length <= 40 ? text : text[..40] + "…")}” không đúng; cho phép: {allowed}."));
    }
}
