using System.Globalization;
using AnSinh.BenefitPayments.Files;
using AnSinh.BenefitPayments.Reconciliation;

namespace AnSinh.BenefitPayments.Tests.Reconciliation;

/// <summary>Return files as a payer writes them.</summary>
static class ReturnFiles
{
    public static readonly Guid Run = Guid.Parse("0197a000-0000-7000-8000-000000000001");

    public static readonly DateOnly Today = new(2023, 10, 1);

    public static string Line(int number, string state, long amount, Guid? run = null) => string.Create(
        CultureInfo.InvariantCulture, $"{run ?? Run},{number},{state},{amount},{(state == "UNPAID" ? "" : "2023-09-12")},");

    public static string Of(params IReadOnlyList<string> lines)
    {
        using var checksum = new FileChecksum();
        var sum = 0L;
        foreach (var line in lines)
        {
            checksum.Add(line);
            sum += long.Parse(line.Split(',')[3], CultureInfo.InvariantCulture);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{ReturnFileText.Header}\n{string.Concat(lines.Select(line => line + "\n"))}TOTAL,{lines.Count},{sum},{checksum.Take()}\n");
    }
}
