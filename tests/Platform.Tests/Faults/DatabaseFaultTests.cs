using AnSinh.ServiceKit.Errors;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>Databases that cannot be written for a while.</summary>
[Collection(nameof(OneCluster))]
public sealed class DatabaseFaultTests(FaultCluster cluster, ITestOutputHelper output)
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    static readonly TimeSpan LockedFor = TimeSpan.FromSeconds(5);
    static readonly string[] Locked = ["employment", "reporting"];

    readonly FaultRound round = new(cluster, output);

    [Fact]
    public async Task Databases_LockedForSeconds_LoseNothing()
    {
        await round.RunAsync("two databases locked for 5 s", 30, LockAsync, Longest);
        await new Proof(cluster).EveryFigureEqualsTheRecountAsync();
    }

    [SmallDiskFact]
    public async Task Disk_FullUnderTwoDatabases_RefusesClearly_AndGoesOnWhenThereIsRoom()
    {
        await round.RunAsync("disk full under two databases", 30, FillAsync, Longest);
        await new Proof(cluster).EveryFigureEqualsTheRecountAsync();
    }

    async Task LockAsync(Load load)
    {
        var connections = Locked.Select(service => new SqliteConnection($"Data Source={Path.Combine(cluster.File.Data, service)}.db;Pooling=False")).ToList();
        try
        {
            foreach (var connection in connections)
            {
                await connection.OpenAsync();
                await using var begin = connection.CreateCommand();
                begin.CommandText = "BEGIN EXCLUSIVE";
                await begin.ExecuteNonQueryAsync();
            }

            // The length of the fault, not a way to wait for something.
            await Task.Delay(LockedFor, TimeProvider.System);
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }

    async Task FillAsync(Load load)
    {
        cluster.Disk.Fill();
        try
        {
            await Wait.ForAsync("a refusal of either", TimeSpan.FromMinutes(1), async () =>
            {
                var refused = await Task.WhenAll(cluster.Kinds.Where(kind => FaultCluster.OnSmallDisk.Contains(kind.Service)).Select(kind => IsRefusedAsync(load, kind)));
                return refused.Contains(true);
            });
            await load.AnsweredAsync(load.Journal.Acknowledged + 100);
        }
        finally
        {
            cluster.Disk.Free();
        }
    }

    // What is in the database's log already may be written over, so a full disk shows only when a file has to grow.
    static async Task<bool> IsRefusedAsync(Load load, CommandKind kind)
    {
        try
        {
            await load.SendOnceAsync(kind, new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1)));
            return false;
        }
        catch (RpcException full)
        {
            full.StatusCode.ShouldBe(StatusCode.Unavailable, full.Status.Detail);
            var code = Refusal.From(full).ShouldNotBeNull().Code;
            code.ShouldBeOneOf("database.full", "database.unavailable");
            return code == "database.full";
        }
    }
}
