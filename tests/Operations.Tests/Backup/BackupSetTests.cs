using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment;
using AnSinh.Employment.Data;
using AnSinh.Reporting;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;
using AnSinh.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.Operations.Tests.Backup;

public sealed class BackupSetTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    static Task<ServiceTestHost> StartAsync() => ServiceTestHost.StartAsync(builder =>
    {
        builder.AddEmployment();
        builder.AddReporting();
    });

    static DatabaseBackup Database(ServiceTestHost host, string module) => host.Services.GetServices<DatabaseBackup>().Single(one => one.Module == module);

    static async Task EmitAsync(ServiceTestHost host)
    {
        await using (var scope = host.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CallerAccessor>().Current = Caller.Service("test");
            await scope.ServiceProvider.GetRequiredService<UnitOfWork<EmploymentDb>>().RunAsync(
                (db, _) => Task.FromResult(db.Emit(new EmployerRegistered { Size = 1 }, Guid.NewGuid(), new DateOnly(2020, 6, 30), "18073")),
                CancellationToken.None);
        }

        var statuses = host.Services.GetRequiredService<SubscriptionStatuses>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (statuses.Of("ledger").SingleOrDefault(at => at.Source == EmploymentModule.Name) is not { Booked: > 0 })
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, patience.Token);
        }
    }

    [Fact]
    public async Task CopiesThatWereTakenFromTheFollowerFirst_BelongTogether()
    {
        await using var host = await StartAsync();
        await EmitAsync(host);

        Database(host, "reporting").CopyTo(folder.Path).ShouldBeGreaterThan(0);
        Database(host, "employment").CopyTo(folder.Path).ShouldBeGreaterThan(0);

        new BackupSet(folder.Path).Contradictions().ShouldBeEmpty();
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).ShouldBe(["employment.db", "reporting.db"], ignoreOrder: true);
    }

    [Fact]
    public async Task FollowerThatIsAheadOfItsSource_IsNamed()
    {
        await using var host = await StartAsync();
        Database(host, "employment").CopyTo(folder.Path);
        await EmitAsync(host);
        Database(host, "reporting").CopyTo(folder.Path);

        new BackupSet(folder.Path).Contradictions().ShouldBe(
            ["reporting (ledger) đã ghi nhận đến sự kiện 1 của employment, mà bản sao của employment chỉ có đến 0."]);
    }

    [Fact]
    public async Task CopyThatExists_IsNotOverwritten()
    {
        await using var host = await StartAsync();
        Database(host, "employment").CopyTo(folder.Path);
        var before = File.GetLastWriteTimeUtc(folder.File("employment.db"));

        Should.Throw<InvalidOperationException>(() => Database(host, "employment").CopyTo(folder.Path)).Message.ShouldContain("không bị ghi đè");

        File.GetLastWriteTimeUtc(folder.File("employment.db")).ShouldBe(before);
    }

    [Fact]
    public void DirectoryWithoutCopies_OrWithSomethingElse_IsRefused()
    {
        Should.Throw<InvalidOperationException>(() => new BackupSet(folder.Path).Contradictions()).Message.ShouldContain("không có bản sao");
        File.WriteAllText(folder.File("employment.db"), new string('x', 200));
        Should.Throw<InvalidOperationException>(() => new BackupSet(folder.Path).Contradictions()).Message.ShouldContain("employment.db");
    }
}
