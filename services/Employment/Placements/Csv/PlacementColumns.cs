namespace AnSinh.Employment.Placements.Csv;

/// <summary>
/// Columns of a CSV file of placements: one header line with these names in any order, separated by commas or semicolons; UTF-8 with or
/// without BOM; dates as yyyy-MM-dd or dd/MM/yyyy. A name that is not listed is refused, so that no column is passed over by mistake.
/// </summary>
public static class PlacementColumns
{
    /// <summary>Full name of the worker.</summary>
    public const string FullName = "full_name";

    /// <summary>Citizen number, 12 digits; empty for somebody without one. Spreadsheets drop leading zeros: format the column as text.</summary>
    public const string CitizenNumber = "citizen_number";

    /// <summary>Date of birth: a day, or MM/yyyy, or yyyy.</summary>
    public const string BirthDate = "birth_date";

    /// <summary>nam, nữ, male, female, or empty.</summary>
    public const string Sex = "sex";

    /// <summary>untrained, elementary, intermediate, college, university, the same in Vietnamese, or empty.</summary>
    public const string Education = "education";

    /// <summary>Commune, 5 digits, valid on the first day.</summary>
    public const string AreaCode = "area_code";

    /// <summary>domestic, loan, overseas_contract; or trong nước, vay vốn, nước ngoài.</summary>
    public const string Channel = "channel";

    /// <summary>First day at work, or day of departure.</summary>
    public const string StartDate = "start_date";

    /// <summary>Occupation (VSCO 2020).</summary>
    public const string OccupationCode = "occupation_code";

    /// <summary>Name of the employer.</summary>
    public const string EmployerName = "employer_name";

    /// <summary>Tax code of the employer.</summary>
    public const string EmployerTaxCode = "employer_tax_code";

    /// <summary>Industry of the employer (VSIC 2018).</summary>
    public const string EmployerSectorCode = "employer_sector_code";

    /// <summary>Commune of the employer's head office.</summary>
    public const string EmployerAreaCode = "employer_area_code";

    /// <summary>Receiving country or territory of an overseas contract.</summary>
    public const string MarketCode = "market_code";

    /// <summary>Months of an overseas contract.</summary>
    public const string ContractMonths = "contract_months";

    /// <summary>Day of the return from abroad; empty while abroad.</summary>
    public const string ReturnDate = "return_date";

    /// <summary>Loan in VND.</summary>
    public const string LoanAmountVnd = "loan_amount_vnd";

    /// <summary>Loan project at the Social Policy Bank.</summary>
    public const string LoanProjectRef = "loan_project_ref";

    /// <summary>Columns that a file must have.</summary>
    public static readonly IReadOnlyList<string> Required = [FullName, AreaCode, Channel, StartDate];

    /// <summary>Columns that a file may have.</summary>
    public static readonly IReadOnlyList<string> Optional =
    [
        CitizenNumber, BirthDate, Sex, Education, OccupationCode, EmployerName, EmployerTaxCode, EmployerSectorCode, EmployerAreaCode,
        MarketCode, ContractMonths, ReturnDate, LoanAmountVnd, LoanProjectRef,
    ];

    /// <summary>Places of the columns of a header.</summary>
    /// <param name="header">Cells of the first line.</param>
    /// <exception cref="CsvRefusedException"><c>csv.header_invalid</c>: a required column is missing, or one is unknown or there twice.</exception>
    internal static Dictionary<string, int> Places(IReadOnlyList<string> header)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Count; i++)
        {
            var name = header[i].Trim().ToLowerInvariant();
            if (!Required.Contains(name) && !Optional.Contains(name))
            {
                throw Refused(i + 1, $"tên cột “{header[i]}” không có trong danh sách");
            }

            if (!places.TryAdd(name, i))
            {
                throw Refused(i + 1, $"cột {name} xuất hiện hai lần");
            }
        }

        return Required.FirstOrDefault(name => !places.ContainsKey(name)) is { } missing ? throw Refused(0, $"thiếu cột {missing}") : places;
    }

    static CsvRefusedException Refused(int position, string what) => new(new CsvProblem(
        1, position, "", "csv.header_invalid",
        $"tiêu đề không đúng: {what}. Bắt buộc: {string.Join(", ", Required)}. Tùy chọn: {string.Join(", ", Optional)}."));
}
