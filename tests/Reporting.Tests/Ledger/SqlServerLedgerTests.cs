using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.Testing;
using AnSinh.Testing.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AnSinh.Reporting.Tests.Ledger;

/// <summary>What only a server shows of the ledger; all other tests of this project run on it too when there is one.</summary>
public sealed class SqlServerLedgerTests
{
    const int ReadCommitted = 2;

    [SqlServerFact]
    public async Task AReading_SeesOneState_AndLeavesTheConnectionAsItWas()
    {
        await using var host = await ServiceTestHost.StartAsync(builder => builder.AddReporting());
        await using var reader = host.Services.CreateAsyncScope();
        await using var writer = host.Services.CreateAsyncScope();
        var (db, other) = (reader.ServiceProvider.GetRequiredService<ReportingDb>(), writer.ServiceProvider.GetRequiredService<ReportingDb>());
        var store = reader.ServiceProvider.GetRequiredService<ILedgerStore>();
        await db.Database.OpenConnectionAsync(); // The same connection before, during and after.

        await using (var reading = await store.BeginReadAsync(db, CancellationToken.None))
        {
            (await CountAsync(reading)).ShouldBe(0);
            other.Add(new LedgerStateRow { Source = "elsewhere", Version = 1 });
            await other.SaveChangesAsync();
            (await CountAsync(reading)).ShouldBe(0);
        }

        (await db.LedgerStates.CountAsync()).ShouldBe(1);
        var isolation = await db.Database.SqlQueryRaw<short>("SELECT transaction_isolation_level AS Value FROM sys.dm_exec_sessions WHERE session_id = @@SPID").ToListAsync();
        isolation.ShouldBe([ReadCommitted]);
    }

    static async Task<object?> CountAsync(LedgerReading reading)
    {
        await using var count = reading.Command("SELECT COUNT(*) FROM ledger_state");
        return await count.ExecuteScalarAsync();
    }
}
