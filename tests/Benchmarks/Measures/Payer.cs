using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AnSinh.Contracts.Merit.V1;
using AnSinh.Contracts.Payments.V1;
using Grpc.Core;

namespace AnSinh.Benchmarks.Measures;

/// <summary>Post office and bank: take a payment file, pay, and answer with a return file in which one of a thousand was not paid.</summary>
static class Payer
{
    const int PieceLength = 256 * 1024;
    const int OneUnpaidOf = 1_000;

    /// <summary>Takes the payment file of a run.</summary>
    public static async Task<string> ExportAsync(AllowancePaymentService.AllowancePaymentServiceClient payments, PaymentRun run, PaymentFileKind kind)
    {
        using var call = payments.ExportPaymentFile(new ExportPaymentFileRequest { Name = run.Name, Kind = kind });
        var text = new StringBuilder();
        await foreach (var piece in call.ResponseStream.ReadAllAsync())
        {
            text.Append(piece.Text);
        }

        return text.ToString();
    }

    /// <summary>The return file of a payment file.</summary>
    public static string Answer(string listed, DateOnly paidOn)
    {
        var body = new StringBuilder();
        var (count, sum) = (0, 0L);
        foreach (var line in listed.Split('\n').Skip(1).TakeWhile(line => !line.StartsWith("TOTAL,", StringComparison.Ordinal)))
        {
            // Names may hold commas: run and line are read from the front, the amount from the end.
            var cells = line.Split(',');
            var amount = long.Parse(cells[^2], CultureInfo.InvariantCulture);
            count++;
            sum += amount;
            body.Append(CultureInfo.InvariantCulture, $"{cells[0]},{cells[1]},")
                .Append(count % OneUnpaidOf == 0 ? $"UNPAID,{amount},,Vắng nhà\n" : $"PAID,{amount},{paidOn:yyyy-MM-dd},\n");
        }

        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.ToString())));
        return string.Create(CultureInfo.InvariantCulture, $"run,line,state,amount,paid_on,reason\n{body}TOTAL,{count},{sum},{checksum}\n");
    }

    /// <summary>Sends a return file.</summary>
    public static async Task ReturnAsync(AllowancePaymentService.AllowancePaymentServiceClient payments, PaymentRun run, string text)
    {
        using var call = payments.ImportReturnFile();
        for (var at = 0; at < text.Length; at += PieceLength)
        {
            var piece = new ImportReturnFileRequest { Text = text.Substring(at, Math.Min(PieceLength, text.Length - at)) };
            if (at == 0)
            {
                (piece.Name, piece.Mode, piece.FileName) = (run.Name, ReturnFileMode.Strict, "bench.csv");
            }

            await call.RequestStream.WriteAsync(piece);
        }

        await call.RequestStream.CompleteAsync();
        await call;
    }
}
