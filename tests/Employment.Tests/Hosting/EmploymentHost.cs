using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Requests;
using AnSinh.Testing;
using Grpc.Core;
using Xunit;

namespace AnSinh.Employment.Tests.Hosting;

/// <summary>One running service for the tests of a class; each test makes records of its own.</summary>
public sealed class EmploymentHost : IAsyncLifetime
{
    ServiceTestHost? host;

    public ServiceTestHost Host => host!;

    public DateOnly Today => VietnamDay.Today(Host.Time);

    public CallInvoker Officer => Host.Channel(Host.Token("employment-officer"));

    public WorkerService.WorkerServiceClient Workers => new(Officer);

    public EmployerService.EmployerServiceClient Employers => new(Officer);

    public PlacementService.PlacementServiceClient Placements => new(Officer);

    /// <summary>Calls of an officer who works in some areas only.</summary>
    public CallInvoker OfficerOf(params string[] areas) => Host.Channel(Host.Token(areas, "employment-officer"));

    public async Task InitializeAsync() => host = await ServiceTestHost.StartAsync(builder => builder.AddEmployment());

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
