using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Events;
using AnSinh.Contracts.Payments.V1;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;

namespace AnSinh.Employment.Tests.UnemploymentPayments;

/// <summary>A service of its own for one test, with what its tests ask of claims, benefits and runs. It is June 2026.</summary>
public sealed class BenefitHost : IAsyncDisposable
{
    BenefitHost(ServiceTestHost host) => Host = host;

    public ServiceTestHost Host { get; }

    public UnemploymentService.UnemploymentServiceClient Clerk => new(As("clerk", "employment-clerk"));

    public UnemploymentService.UnemploymentServiceClient Approver => new(As("approver", "employment-approver"));

    public UnemploymentBenefitService.UnemploymentBenefitServiceClient Benefits => new(As("officer", "employment-officer"));

    public UnemploymentPaymentService.UnemploymentPaymentServiceClient Payments => new(As("officer", "employment-officer"));

    public static async Task<BenefitHost> StartAsync() => new(await ServiceTestHost.StartAsync(builder => builder.AddEmployment()));

    public CallInvoker As(string subject, string role) => Host.Channel(Host.Token(["*"], [role], [], subject));

    /// <summary>A claim of 4,800,000 VND for 3 months, from 17 March 2026 on.</summary>
    public static ClaimFacts Facts() => new()
    {
        FiledOn = Samples.Day(2026, 3, 2),
        ContractEndedOn = Samples.Day(2026, 2, 15),
        PaidMonths = 37,
        RecentPaidMonths = 24,
        LastPaidMonth = Samples.Day(2026, 2, 1),
        AverageWageVnd = 8_000_000,
        WageScheme = WageScheme.Employer,
        WageRegion = 3,
    };

    public async Task<UnemploymentClaim> RecordAsync(ClaimFacts? facts = null, Worker? worker = null) => await Clerk.RecordClaimAsync(new RecordClaimRequest
    {
        Claim = new UnemploymentClaim { AreaCode = Samples.Commune, Facts = facts ?? Facts() },
        NewWorker = worker ?? Samples.Worker(),
        RequestId = Samples.RequestId(),
    });

    public async Task<UnemploymentClaim> GrantAsync(Worker? worker = null) => await Approver.DecideClaimAsync(Grant(await RecordAsync(worker: worker)));

    public static DecideClaimRequest Grant(UnemploymentClaim claim) => new()
    {
        Name = claim.Name,
        Etag = claim.Etag,
        Granted = true,
        DecisionNumber = "12/QĐ-BHTN",
        DecidedOn = Samples.Day(2026, 3, 20),
        RequestId = Samples.RequestId(),
    };

    public async Task<UnemploymentClaim> RevokeAsync(UnemploymentClaim claim) => await Approver.RevokeDecisionAsync(
        new RevokeDecisionRequest { Name = claim.Name, Etag = claim.Etag, Reason = "Hồ sơ không đúng", RequestId = Samples.RequestId() });

    public async Task<Entitlement> BenefitAsync(UnemploymentClaim claim) =>
        await Benefits.GetEntitlementAsync(new GetEntitlementRequest { Name = claim.Entitlement });

    public AsyncUnaryCall<PaymentRun> Prepare(int month) => Payments.PreparePaymentRunAsync(
        new PreparePaymentRunRequest { AreaCode = Samples.Commune, Month = Samples.Day(2026, month, 0), RequestId = Samples.RequestId() });

    /// <summary>Pays a month to everybody: one account prepares, another approves, the payer returns every line as paid.</summary>
    public async Task<PaymentRun> PayAsync(int month)
    {
        var run = await Payments.LockPaymentRunAsync(Step(await Prepare(month)));
        run = await new UnemploymentPaymentService.UnemploymentPaymentServiceClient(As("approver", "employment-approver")).ApprovePaymentRunAsync(Step(run));
        run = await Payments.SendPaymentRunAsync(Step(run));
        var lines = (await Payments.ListPaymentLinesAsync(new ListPaymentLinesRequest { Name = run.Name })).Lines;
        await ReturnAsync(run, lines);
        return await Payments.GetPaymentRunAsync(new GetPaymentRunRequest { Name = run.Name });
    }

    public async Task<(List<ImportRowResult> Results, ImportSummary Summary)> ImportAsync(params IReadOnlyList<DecisionRow> rows)
    {
        using var call = new UnemploymentService.UnemploymentServiceClient(As("officer", "employment-officer")).ImportDecisions();
        await call.RequestStream.WriteAsync(new ImportDecisionsRequest { Options = new ImportOptions { FileName = "mau.csv" } });
        await call.RequestStream.WriteAsync(new ImportDecisionsRequest { Rows = new DecisionRows { Rows = { rows } } });
        await call.RequestStream.CompleteAsync();
        var (results, summary) = (new List<ImportRowResult>(), new ImportSummary());
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            results.AddRange(response.Results);
            summary = response.Summary ?? summary;
        }

        return (results, summary);
    }

    /// <summary>What the service told of one kind, among so many events or more.</summary>
    public async Task<IReadOnlyList<T>> ToldAsync<T>(int atLeast) =>
        [.. (await Host.EventsAsync("employment", atLeast)).Select(told => EventTypes.Read(told.Type, Encoding.UTF8.GetBytes(told.Data))).OfType<T>()];

    public static AdvancePaymentRunRequest Step(PaymentRun run) => new() { Name = run.Name, Etag = run.Etag, RequestId = Samples.RequestId() };

    async Task ReturnAsync(PaymentRun run, IReadOnlyList<PaymentLine> lines)
    {
        var body = string.Concat(lines.Select(line => string.Create(
            CultureInfo.InvariantCulture, $"{run.Name.Split('/')[1]},{line.LineNo},PAID,{line.AmountVnd},2026-06-10,\n")));
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        using var call = Payments.ImportReturnFile();
        await call.RequestStream.WriteAsync(new ImportReturnFileRequest
        {
            Name = run.Name,
            Mode = ReturnFileMode.Strict,
            FileName = "tra-ve.csv",
            Text = string.Create(
                CultureInfo.InvariantCulture,
                $"run,line,state,amount,paid_on,reason\n{body}TOTAL,{lines.Count},{lines.Sum(line => line.AmountVnd)},{checksum}\n"),
        });
        await call.RequestStream.CompleteAsync();
        await call.ResponseAsync;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
