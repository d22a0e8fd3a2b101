using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Merit.V1;
using AnSinh.Contracts.Payments.V1;
using AnSinh.Testing;
using Grpc.Core;
using Date = Google.Type.Date;
using Samples = AnSinh.MeritoriousPersons.Tests.Hosting.Samples;

namespace AnSinh.MeritoriousPersons.Tests.Allowances;

/// <summary>A running service of its own for one test, at a day of the test's choice: runs of one test must not pay people of another.</summary>
sealed class AllowanceHost : IAsyncDisposable
{
    /// <summary>Phường Nam Hà, thành phố Hà Tĩnh, until 30 June 2025.</summary>
    public const string Commune = "18073";

    AllowanceHost(ServiceTestHost host) => Host = host;

    public ServiceTestHost Host { get; }

    public AllowanceService.AllowanceServiceClient Allowances => new(As("merit-officer"));

    public AllowancePaymentService.AllowancePaymentServiceClient Payments => new(As("merit-officer"));

    public AllowancePaymentService.AllowancePaymentServiceClient Approving => new(As("merit-approver"));

    public AllowanceRecoveryService.AllowanceRecoveryServiceClient Recoveries => new(As("merit-officer"));

    public static async Task<AllowanceHost> StartAsync(int year, int month, int day) => new(await ServiceTestHost.StartAsync(
        builder => builder.AddMeritoriousPersons(), new ManualTime(new DateTimeOffset(year, month, day, 2, 0, 0, TimeSpan.Zero))));

    /// <summary>Calls of the account of a role, or of a named account with it.</summary>
    public CallInvoker As(string role, string? account = null) => Host.Channel(Host.Token(["*"], [role], [], account ?? $"account-{role}"));

    public static Date Month(int month) => new() { Year = month / 100, Month = month % 100 };

    public static string Id() => Guid.NewGuid().ToString();

    public static Entitlement Content(int start, string category = "TB-061", Person? person = null, PaymentChannel channel = PaymentChannel.PostCash) => new()
    {
        Person = person ?? Samples.Person(Commune),
        AreaCode = Commune,
        Category = category,
        StartMonth = Month(start),
        Channel = channel,
        Account = channel == PaymentChannel.Bank ? "0123456789" : "",
        DecisionNo = "12/QĐ-SLĐTBXH",
    };

    public async Task<Entitlement> StartAsync(Entitlement content) =>
        await Allowances.StartEntitlementAsync(new StartEntitlementRequest { Entitlement = content, RequestId = Id() });

    public async Task<PaymentRun> PrepareAsync(int month, string area = "42") =>
        await Payments.PreparePaymentRunAsync(new PreparePaymentRunRequest { AreaCode = area, Month = Month(month), RequestId = Id() });

    public async Task<PaymentRun> LockAsync(PaymentRun run) => await Payments.LockPaymentRunAsync(Step(run));

    public async Task<PaymentRun> SentAsync(int month)
    {
        var run = await LockAsync(await PrepareAsync(month));
        run = await Approving.ApprovePaymentRunAsync(Step(run));
        return await Payments.SendPaymentRunAsync(Step(run));
    }

    public async Task<PaymentRun> PaidAsync(int month)
    {
        var run = await SentAsync(month);
        await ReturnAsync(run, ReturnFile([.. (await LinesAsync(run)).Select(line => Row(run, line.LineNo, "PAID", line.AmountVnd, Host.Time.GetUtcNow()))]));
        return await GetAsync(run);
    }

    public static AdvancePaymentRunRequest Step(PaymentRun run) => new() { Name = run.Name, Etag = run.Etag, RequestId = Id() };

    public async Task<PaymentRun> GetAsync(PaymentRun run) => await Payments.GetPaymentRunAsync(new GetPaymentRunRequest { Name = run.Name });

    public async Task<IReadOnlyList<PaymentLine>> LinesAsync(PaymentRun run) =>
        (await Payments.ListPaymentLinesAsync(new ListPaymentLinesRequest { Name = run.Name, PageSize = 1_000 })).Lines;

    public async Task<IReadOnlyList<(int Month, long Amount)>> MonthsAsync(PaymentRun run, int line = 1) =>
        [.. (await Payments.ListPaymentLinesAsync(new ListPaymentLinesRequest { Name = run.Name, LineNo = line })).Lines[0].ByMonth
            .Select(month => (month.Month.Year * 100 + month.Month.Month, month.AmountVnd))];

    public async Task<ReturnFileResult> ReturnAsync(PaymentRun run, string text, ReturnFileMode mode = ReturnFileMode.Strict, bool dryRun = false)
    {
        using var call = Payments.ImportReturnFile();
        await call.RequestStream.WriteAsync(new ImportReturnFileRequest { Name = run.Name, Mode = mode, DryRun = dryRun, FileName = "tra-ve.csv" });
        foreach (var piece in text.Chunk(50))
        {
            await call.RequestStream.WriteAsync(new ImportReturnFileRequest { Text = new string(piece) });
        }

        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }

    public async Task<string> ExportAsync(PaymentRun run, PaymentFileKind kind)
    {
        using var call = Payments.ExportPaymentFile(new ExportPaymentFileRequest { Name = run.Name, Kind = kind });
        var text = new StringBuilder();
        await foreach (var piece in call.ResponseStream.ReadAllAsync())
        {
            text.Append(piece.Text);
        }

        return text.ToString();
    }

    public static string Row(PaymentRun run, int line, string state, long amount, DateTimeOffset? at = null, string reason = "") => string.Create(
        CultureInfo.InvariantCulture, $"{run.Name.Split('/')[1]},{line},{state},{amount},{(state == "UNPAID" ? "" : $"{at:yyyy-MM-dd}")},{reason}");

    public static string ReturnFile(params IReadOnlyList<string> rows)
    {
        var body = string.Concat(rows.Select(row => row + "\n"));
        var sum = rows.Sum(row => long.Parse(row.Split(',')[3], CultureInfo.InvariantCulture));
        return string.Create(
            CultureInfo.InvariantCulture, $"run,line,state,amount,paid_on,reason\n{body}TOTAL,{rows.Count},{sum},{Checksum(body)}\n");
    }

    public static string Checksum(string lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
