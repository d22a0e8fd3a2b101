using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Plays the post office: turns a payment file into the return file that says that everybody was paid.</summary>
static class PostOffice
{
    /// <summary>The return file of a payment file.</summary>
    /// <param name="listed">Payment file as exported.</param>
    /// <param name="paidOn">Day on which all were paid.</param>
    public static string AllPaid(string listed, DateOnly paidOn)
    {
        var day = paidOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var lines = new StringBuilder();
        var (count, sum) = (0, 0L);
        foreach (var line in listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            if (line.StartsWith("TOTAL,", StringComparison.Ordinal))
            {
                break;
            }

            // run, line, payee …, amount, account: the payee may hold commas, so amounts are counted from the end.
            var cells = line.Split(',');
            var amount = long.Parse(cells[^2], CultureInfo.InvariantCulture);
            (count, sum) = (count + 1, checked(sum + amount));
            lines.Append(CultureInfo.InvariantCulture, $"{cells[0]},{cells[1]},PAID,{amount},{day},\n");
        }

        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
        return string.Create(CultureInfo.InvariantCulture, $"run,line,state,amount,paid_on,reason\n{lines}TOTAL,{count},{sum},{checksum}\n");
    }
}
