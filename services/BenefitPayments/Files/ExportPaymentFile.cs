using System.Globalization;
using System.Text;
using AnSinh.BenefitPayments.Entitlements;
using AnSinh.BenefitPayments.Runs;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Files;

/// <summary>Writes the file of a payer: header, one line a payment, total with checksum.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds runs.</param>
/// <param name="cipher">Decrypts accounts.</param>
public sealed class ExportPaymentFile<TDb>(TDb db, RunBook<TDb> book, FieldCipher cipher)
    where TDb : ServiceDb
{
    /// <summary>First line of the file.</summary>
    public const string Header = "run,line,payee,area,category,first_month,last_month,amount,account";

    const int PageLines = 20_000;
    const int PieceLength = 256 * 1024;

    /// <summary>Writes.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>run.wrong_state</c>; INVALID_ARGUMENT <c>file.kind_invalid</c>; and as when a run is found.</exception>
    public async Task RunAsync(
        string scheme, Wire.ExportPaymentFileRequest request, IServerStreamWriter<Wire.ExportPaymentFileResponse> responses, CancellationToken cancellationToken)
    {
        var run = await book.FindAsync(scheme, request.Name, cancellationToken);
        RunBook<TDb>.Require(run, PaymentRunState.Approved, PaymentRunState.Sent, PaymentRunState.Reconciled, PaymentRunState.Closed);
        PaymentChannel[] channels = request.Kind switch
        {
            Wire.PaymentFileKind.Post => [PaymentChannel.PostCash, PaymentChannel.CommuneCash],
            Wire.PaymentFileKind.Bank => [PaymentChannel.Bank, PaymentChannel.EWallet, PaymentChannel.VNeId],
            _ => throw Refusal.Invalid("kind", "file.kind_invalid", "Phải chọn tệp cho bưu điện hoặc cho ngân hàng."),
        };
        using var checksum = new FileChecksum();
        var text = new StringBuilder(Header).Append('\n');
        var (count, sum, last) = (0, 0L, 0);
        while (await PageAsync(run.Id, last, channels, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var line in page)
            {
                var row = Row(run.Id, line);
                checksum.Add(row);
                text.Append(row).Append('\n');
                (count, sum, last) = (count + 1, sum + line.AmountVnd, line.LineNo);
                if (text.Length >= PieceLength)
                {
                    await responses.WriteAsync(new Wire.ExportPaymentFileResponse { Text = text.ToString() }, cancellationToken);
                    text.Clear();
                }
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"TOTAL,{count},{sum},{checksum.Take()}\n");
        await responses.WriteAsync(new Wire.ExportPaymentFileResponse { Text = text.ToString() }, cancellationToken);
    }

    Task<List<Listed>> PageAsync(Guid run, int after, PaymentChannel[] channels, CancellationToken cancellationToken) => db.Set<PaymentLine>().AsNoTracking()
        .Where(line => line.RunId == run && line.LineNo > after && channels.Contains(line.Channel))
        .OrderBy(line => line.LineNo).Take(PageLines)
        .Select(line => new Listed(
            line.LineNo, line.Payee, line.AreaCode, line.Category, line.FirstMonth, line.LastMonth, line.AmountVnd, line.SealedAccount))
        .ToListAsync(cancellationToken);

    // Names and categories are quoted where they hold a comma or a quote, as RFC 4180 says.
    string Row(Guid run, Listed line) => string.Create(CultureInfo.InvariantCulture,
        $"{run},{line.LineNo},{Cell(line.Payee)},{line.AreaCode},{Cell(line.Category)},{line.FirstMonth},{line.LastMonth},{line.AmountVnd},{Account(line)}");

    string Account(Listed line) => line.SealedAccount is { } account ? cipher.Decrypt(account) : "";

    static string Cell(string text) => text.AsSpan().IndexOfAny(',', '"') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>What the file says of a payment.</summary>
    readonly record struct Listed(
        int LineNo, string Payee, string AreaCode, string Category, int FirstMonth, int LastMonth, long AmountVnd, byte[]? SealedAccount);
}
