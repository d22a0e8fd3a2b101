using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Tests.Instances;

/// <summary>Two hosts with nothing in common but the database file, as two processes have: gate, signals, bus and directory are each one's own.</summary>
sealed class TwoInstances : IAsyncDisposable
{
    readonly TemporaryDirectory data;

    TwoInstances(TemporaryDirectory data, NotesHost first, NotesHost second)
    {
        this.data = data;
        First = first;
        Second = second;
    }

    /// <summary>Has the lease: the second starts when it has been taken.</summary>
    public NotesHost First { get; }

    public NotesHost Second { get; }

    public static Dictionary<string, string?> Shared(params (string Key, string Value)[] settings) =>
        settings.Append(("Database:Shared", "true")).ToDictionary(pair => pair.Item1, pair => (string?)pair.Item2);

    public static async Task<TwoInstances> StartAsync(bool follows = false, params (string Key, string Value)[] settings)
    {
        var data = new TemporaryDirectory();
        var first = await NotesHost.StartAsync(data, follows: follows, settings: Shared(settings));
        await Patience.UntilAsync(async () => (await StateAsync(first)).LeaseHolder.Length > 0);
        return new TwoInstances(data, first, await NotesHost.StartAsync(data, follows: follows, settings: Shared(settings)));
    }

    public static Task<RelayStateRow> StateAsync(NotesHost host) => host.QueryAsync(db => db.Set<RelayStateRow>().AsNoTracking().SingleAsync());

    public static IEnumerable<long> Published(NotesHost host) => host.Bus.Tried.SelectMany(run => run.Events).Select(one => one.Sequence);

    public static IEnumerable<long> UpTo(int last) => Enumerable.Range(1, last).Select(i => (long)i);

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
        data.Dispose();
    }
}
