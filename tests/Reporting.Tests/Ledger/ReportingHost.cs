using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AnSinh.Reporting.Tests.Ledger;

/// <summary>Reporting over real gRPC, with events handed to its projection as a subscription would.</summary>
public sealed class ReportingHost : IAsyncLifetime
{
    int lastYear = 1899;
    ServiceTestHost? host;

    public ServiceTestHost Host => host!;

    /// <summary>Further settings of the host.</summary>
    public string[] Settings { get; init; } = [];

    /// <summary>What else is put into the host, such as a source of figures that the test holds up.</summary>
    public Action<ServiceHostBuilder> Also { get; init; } = _ => { };

    public IndicatorService.IndicatorServiceClient Indicators => new(All);

    public PlanService.PlanServiceClient Plans => new(All);

    public ReportService.ReportServiceClient Reports => new(All);

    public AreaService.AreaServiceClient Areas => new(All);

    public RebuildService.RebuildServiceClient Rebuilds => new(All);

    Grpc.Core.CallInvoker All => Host.Channel(Host.Token(["*"], "planning-officer", "reporting-operator"));

    /// <summary>A year of its own for each test on a shared host, so that figures do not mix; the units were valid in all of them.</summary>
    public int NextYear() => ++lastYear < 2025 ? lastYear : throw new InvalidOperationException("This host has no year left.");

    public static async Task<ReportingHost> StartAsync(params string[] settings)
    {
        var reporting = new ReportingHost { Settings = settings };
        await reporting.InitializeAsync();
        return reporting;
    }

    public async Task InitializeAsync() => host = await ServiceTestHost.StartAsync(
        builder =>
        {
            builder.AddReporting();
            Also(builder);
        },
        null,
        Settings);

    public async Task DisposeAsync() => await Host.DisposeAsync();

    /// <summary>Books one run of employment's in one transaction.</summary>
    public Task BookAsync(params IReadOnlyList<EventEnvelope> run) => BookFromAsync("employment", run);

    /// <summary>Books one run of a source's in one transaction.</summary>
    public async Task BookFromAsync(string source, params IReadOnlyList<EventEnvelope> run)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Current = Caller.Service("test");
        var projection = scope.ServiceProvider.GetRequiredService<LedgerProjection>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork<ReportingDb>>().RunAsync(
            async (db, token) =>
            {
                await projection.ApplyAsync(db, source, run, token);
                return true;
            },
            CancellationToken.None);
        await projection.CommittedAsync(source, run);
    }

    /// <summary>The exact total of an indicator.</summary>
    public async Task<string> FigureAsync(string indicator, string period, string area = "42") =>
        (await QueryAsync(indicator, period, area)).Figures[0].Exact;

    /// <summary>Exact figures of a breakdown by member.</summary>
    public async Task<Dictionary<string, string>> BreakdownAsync(string indicator, string period, string breakdown, string area = "42") =>
        (await QueryAsync(indicator, period, area, breakdown)).Figures.Skip(1).ToDictionary(figure => figure.Member, figure => figure.Exact);

    public async Task<QueryIndicatorsResponse> QueryAsync(string indicator, string period, string area = "42", string breakdown = "") =>
        await Indicators.QueryIndicatorsAsync(new QueryIndicatorsRequest { Indicators = { indicator }, Period = period, AreaCode = area, Breakdown = breakdown });
}
