using AnSinh.ChildProtection.Data;
using AnSinh.Contracts.Child.V1;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AnSinh.ChildProtection.Tests.Hosting;

/// <summary>One running service for the tests of a class; each test makes records of its own.</summary>
public sealed class ChildHost : IAsyncLifetime
{
    ServiceTestHost? host;

    public ServiceTestHost Host => host!;

    public DateOnly Today => VietnamDay.Today(Host.Time);

    public CallInvoker Worker => As("worker-1", "child-worker");

    public ChildService.ChildServiceClient Children => new(Worker);

    public IncidentService.IncidentServiceClient Incidents => new(Worker);

    public CaseService.CaseServiceClient Cases => new(Worker);

    public CaseService.CaseServiceClient Supervisor => new(As("supervisor-1", "child-supervisor"));

    public CallInvoker As(string account, params string[] roles) => Host.Channel(Host.Token(["*"], roles, [], account));

    /// <summary>Calls of a worker who works in some areas only.</summary>
    public CallInvoker WorkerOf(params string[] areas) => Host.Channel(Host.Token(areas, ["child-worker"], [], "worker-1"));

    /// <summary>The audit entries about a record.</summary>
    public async Task<List<AuditRow>> AuditAsync(string name)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChildDb>();
        return await db.Audit.AsNoTracking().Where(row => row.Target.StartsWith(name)).OrderBy(row => row.Id).ToListAsync();
    }

    public async Task InitializeAsync() => host = await ServiceTestHost.StartAsync(builder => builder.AddChildProtection());

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
