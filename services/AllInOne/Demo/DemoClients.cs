using AnSinh.AllInOne.Commands;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Events.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Identity;
using Grpc.Net.Client;

namespace AnSinh.AllInOne.Demo;

/// <summary>
/// The public APIs as a demonstration calls them: over the network, with tokens of two accounts, an official of the province and an
/// operator who may look at the feeds.
/// </summary>
public sealed class DemoClients : IDisposable
{
    readonly GrpcChannel channel;

    /// <summary>Opens the clients.</summary>
    /// <param name="address">gRPC address.</param>
    /// <param name="issuer">Issuer of the tokens.</param>
    /// <param name="province">Province that the official works in.</param>
    public DemoClients(string address, DevelopmentIssuer issuer, string province)
    {
        channel = GrpcChannel.ForAddress(address);
        var official = ServerOptions.Invoker(channel, issuer.IssueToken(
            "demo-official", ["employment-officer", "planning-officer", "report-reader"], ["reporting.areas.read"], [province], TimeSpan.FromHours(4)));
        var operating = ServerOptions.Invoker(channel, issuer.IssueToken("demo-operator", [], ["events.read"], [AreaScope.AllAreas], TimeSpan.FromHours(4)));
        Placements = new(official);
        Plans = new(official);
        Indicators = new(official);
        Reports = new(official);
        Areas = new(official);
        Feed = new(operating);
    }

    /// <summary>Placements.</summary>
    public PlacementService.PlacementServiceClient Placements { get; }

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

    /// <inheritdoc/>
    public void Dispose() => channel.Dispose();
}
