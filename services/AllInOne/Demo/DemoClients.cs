using System.Collections.Concurrent;
using AnSinh.AllInOne.Cluster;
using AnSinh.AllInOne.Commands;
using AnSinh.Contracts.Events.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace AnSinh.AllInOne.Demo;

/// <summary>
/// The public APIs as a demonstration calls them: over the network, with tokens of three accounts: an official of the province, another who
/// approves what the first prepared, and an operator who may look at the feeds.
/// </summary>
public sealed class DemoClients : IDisposable
{
    static readonly string[] OfficialRoles =
    [
        "employment-officer", "training-officer", "merit-officer", "protection-officer", "child-worker", "planning-officer", "report-reader",
    ];

    static readonly string[] ApproverRoles =
    [
        "employment-approver", "training-signer", "merit-approver", "protection-approver", "child-supervisor", "planning-officer", "report-reader",
    ];

    readonly RoutedInvoker routes;
    readonly ConcurrentDictionary<(string Province, DateOnly On), Task<IReadOnlyList<string>>> communes = [];

    /// <summary>Opens the clients of a platform in one process.</summary>
    /// <param name="address">gRPC address.</param>
    /// <param name="issuer">Issuer of the tokens.</param>
    /// <param name="province">Province that the official works in.</param>
    public DemoClients(string address, DevelopmentIssuer issuer, string province)
        : this(ServiceAddresses.OneProcess(address), issuer, province)
    {
    }

    /// <summary>Opens the clients.</summary>
    /// <param name="addresses">Where the services are.</param>
    /// <param name="issuer">Issuer of the tokens.</param>
    /// <param name="province">Province that the official works in.</param>
    public DemoClients(ServiceAddresses addresses, DevelopmentIssuer issuer, string province)
    {
        routes = new RoutedInvoker(addresses);
        CallInvoker Invoker(string token) => ServerOptions.Invoker(routes, token).Intercept(new PatientCalls(TimeProvider.System));
        string Token(string subject, string[] roles, string[] permissions, string area) => issuer.IssueToken(subject, roles, permissions, [area], TimeSpan.FromHours(4));
        Official = Invoker(Token("demo-official", OfficialRoles, ["reporting.areas.read"], province));
        Approver = Invoker(Token("demo-approver", ApproverRoles, ["reporting.areas.read"], province));
        var operating = Invoker(Token("demo-operator", [], ["events.read"], AreaScope.AllAreas));
        Plans = new(Official);
        Indicators = new(Official);
        Reports = new(Official);
        Areas = new(Official);
        Feed = new(operating);
    }

    /// <summary>An official who records, imports and prepares.</summary>
    public CallInvoker Official { get; }

    /// <summary>Another official, who approves, confirms and signs.</summary>
    public CallInvoker Approver { get; }

    /// <summary>Plans.</summary>
    public PlanService.PlanServiceClient Plans { get; }

    /// <summary>Figures and freshness.</summary>
    public IndicatorService.IndicatorServiceClient Indicators { get; }

    /// <summary>Reports.</summary>
    public ReportService.ReportServiceClient Reports { get; }

    /// <summary>Administrative units.</summary>
    public AreaService.AreaServiceClient Areas { get; }

    /// <summary>Event logs.</summary>
    public EventFeed.EventFeedClient Feed { get; }

    /// <summary>Codes of a province's communes on a day, in a fixed order.</summary>
    /// <exception cref="FormatException">There are none.</exception>
    public Task<IReadOnlyList<string>> CommunesAsync(string province, DateOnly on, CancellationToken cancellationToken) =>
        communes.GetOrAdd((province, on), key => ReadCommunesAsync(key.Province, key.On, cancellationToken));

    async Task<IReadOnlyList<string>> ReadCommunesAsync(string province, DateOnly day, CancellationToken cancellationToken)
    {
        var on = WireDate.Of(day);
        var found = new List<string>();
        var below = new Queue<string>([province]);
        while (below.TryDequeue(out var code))
        {
            var units = await Areas.ListAreasAsync(new ListAreasRequest { ParentCode = code, On = on, PageSize = 5000 }, cancellationToken: cancellationToken);
            foreach (var unit in units.Areas)
            {
                if (unit.Level == AreaLevel.Commune)
                {
                    found.Add(unit.Code);
                }
                else
                {
                    below.Enqueue(unit.Code);
                }
            }
        }

        return found.Count > 0 ? found : throw new FormatException($"Không có xã nào của tỉnh {province} vào ngày {day:dd/MM/yyyy}.");
    }

    /// <inheritdoc/>
    public void Dispose() => routes.Dispose();
}
