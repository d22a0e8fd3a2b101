using AnSinh.Contracts.Merit.V1;
using AnSinh.ServiceKit.Requests;
using AnSinh.Testing;
using Grpc.Core;
using Xunit;

namespace AnSinh.MeritoriousPersons.Tests.Hosting;

/// <summary>One running service for the tests of a class; each test makes records of its own.</summary>
public sealed class MeritHost : IAsyncLifetime
{
    ServiceTestHost? host;

    public ServiceTestHost Host => host!;

    public DateOnly Today => VietnamDay.Today(Host.Time);

    public CallInvoker Officer => As("merit-officer");

    public CallInvoker Approver => As("merit-approver");

    public DossierService.DossierServiceClient Dossiers => new(Officer);

    public MeritPersonService.MeritPersonServiceClient Persons => new(Officer);

    public ReburialService.ReburialServiceClient Reburials => new(Officer);

    public LivingStandardService.LivingStandardServiceClient Surveys => new(Officer);

    /// <summary>Calls of an account of its own with one role, everywhere.</summary>
    public CallInvoker As(string role) => Host.Channel(Host.Token(["*"], [role], [], $"account-{role}"));

    /// <summary>Calls of an officer who works in some areas only.</summary>
    public CallInvoker OfficerOf(params string[] areas) => Host.Channel(Host.Token(areas, "merit-officer"));

    public async Task InitializeAsync() => host = await ServiceTestHost.StartAsync(builder => builder.AddMeritoriousPersons());

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
