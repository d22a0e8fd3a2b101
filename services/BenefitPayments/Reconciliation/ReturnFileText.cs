using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AnSinh.BenefitPayments.Files;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.BenefitPayments.Reconciliation;

/// <summary>What a payer says of a payment.</summary>
public enum ReturnWord
{
    /// <summary>Paid.</summary>
    Paid,

    /// <summary>Not paid.</summary>
    Unpaid,

    /// <summary>Paid, but came back.</summary>
    Returned,
}

/// <summary>One line of a return file.</summary>
/// <param name="FileLine">Line in the file; the header is line 1.</param>
/// <param name="LineNo">Payment.</param>
/// <param name="Word">What the payer says.</param>
/// <param name="AmountVnd">Amount reported.</param>
/// <param name="Day">Day of payment or return; null for what was not paid.</param>
/// <param name="Reason">Reason given; empty for none.</param>
public readonly record struct ReturnRow(int FileLine, int LineNo, ReturnWord Word, long AmountVnd, DateOnly? Day, string Reason);

/// <summary>A return file, read and checked as a whole: form, run, totals, checksum. Plain text in, rows out; no database.</summary>
public sealed class ReturnFileText
{
    /// <summary>First line of the file.</summary>
    public const string Header = "run,line,state,amount,paid_on,reason";

    const int MostViolations = 50;
    const int LongestReason = 200;

    /// <summary>SHA-256 of the file.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The lines.</summary>
    public required IReadOnlyList<ReturnRow> Rows { get; init; }

    /// <summary>Reads a file.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="run">The run that it must be of.</param>
    /// <param name="today">Today: nothing was paid later.</param>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>return_file.malformed</c>, <c>return_file.other_run</c>, <c>return_file.totals_mismatch</c>,
    /// <c>return_file.checksum_mismatch</c>, with the lines.</exception>
    public static ReturnFileText Read(string text, Guid run, DateOnly today)
    {
        var found = new List<Violation>();
        var rows = new List<ReturnRow>();
        using var checksum = new FileChecksum();
        string? total = null;
        var (number, sum) = (0, 0L);
        foreach (var span in text.AsSpan().EnumerateLines())
        {
            number++;
            if (number == 1 || span.IsEmpty)
            {
                if (number == 1 && !span.TrimStart('\uFEFF').SequenceEqual(Header))
                {
                    found.Add(new Violation("line 1", "return_file.malformed", $"Dòng 1 phải là: {Header}"));
                }

                continue;
            }

            var line = span.ToString();
            if (total is not null)
            {
                found.Add(new Violation($"line {number}", "return_file.malformed", $"Dòng {number}: sau dòng TOTAL không được có gì nữa."));
            }
            else if (line.StartsWith("TOTAL,", StringComparison.Ordinal))
            {
                total = line;
            }
            else if (RowOf(line, number, run, today, found) is { } row)
            {
                rows.Add(row);
                sum += row.AmountVnd;
                checksum.Add(line);
            }

            if (found.Count >= MostViolations)
            {
                break;
            }
        }

        CheckTotal(total, rows.Count, sum, checksum, found);
        return found.Count == 0
            ? new ReturnFileText { Hash = SHA256.HashData(Encoding.UTF8.GetBytes(text)), Rows = rows }
            : throw Refusal.Invalid(found);
    }

    static ReturnRow? RowOf(string line, int number, Guid run, DateOnly today, List<Violation> found)
    {
        var cells = line.Split(',', 6);
        if (cells.Length != 6)
        {
            found.Add(Malformed(number, "cần 6 ô: " + Header));
            return null;
        }

        if (!Guid.TryParseExact(cells[0], "D", out var named) || named != run)
        {
            found.Add(new Violation($"line {number}", "return_file.other_run", $"Dòng {number} thuộc đợt chi trả khác; tệp phải là tệp trả về của đúng đợt này."));
            return null;
        }

        ReturnWord? word = cells[2] switch { "PAID" => ReturnWord.Paid, "UNPAID" => ReturnWord.Unpaid, "RETURNED" => ReturnWord.Returned, _ => null };
        DateOnly? day = DateOnly.TryParseExact(cells[4], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        if (!int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var lineNo)
            || !long.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount > 1_000_000_000_000)
        {
            found.Add(Malformed(number, "số dòng và số tiền phải là số nguyên không dấu"));
            return null;
        }

        var problem = word switch
        {
            null => "trạng thái phải là PAID, UNPAID hoặc RETURNED",
            ReturnWord.Unpaid when cells[4].Length > 0 => "khoản chưa chi không ghi ngày",
            not ReturnWord.Unpaid when day is null || day > today => "ngày phải dạng yyyy-MM-dd và không ở tương lai",
            _ when cells[5].Length > LongestReason => $"lý do tối đa {LongestReason} ký tự",
            _ => null,
        };
        if (problem is not null)
        {
            found.Add(Malformed(number, problem));
            return null;
        }

        return new ReturnRow(number, lineNo, word!.Value, amount, day, cells[5].Trim('"'));
    }

    static void CheckTotal(string? total, int count, long sum, FileChecksum checksum, List<Violation> found)
    {
        if (found.Count > 0)
        {
            return;
        }

        var cells = total?.Split(',') ?? [];
        if (cells.Length != 4)
        {
            found.Add(new Violation("total", "return_file.malformed", "Thiếu dòng cuối TOTAL,số dòng,tổng tiền,mã kiểm tra."));
        }
        else if (cells[1] != count.ToString(CultureInfo.InvariantCulture) || cells[2] != sum.ToString(CultureInfo.InvariantCulture))
        {
            found.Add(new Violation("total", "return_file.totals_mismatch", $"Dòng TOTAL ghi {cells[1]} dòng, {cells[2]} đồng; các dòng cộng lại là {count} dòng, {sum} đồng."));
        }
        else if (!string.Equals(cells[3].Trim(), checksum.Take(), StringComparison.OrdinalIgnoreCase))
        {
            found.Add(new Violation("total", "return_file.checksum_mismatch", "Mã kiểm tra không khớp với các dòng: tệp đã bị sửa hoặc hỏng."));
        }
    }

    static Violation Malformed(int number, string what) => new($"line {number}", "return_file.malformed", $"Dòng {number}: {what}.");
}
