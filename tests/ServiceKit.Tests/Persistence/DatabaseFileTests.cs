using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using AnSinh.Testing.SqlServer;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Persistence;

public sealed class DatabaseFileTests : IDisposable
{
    readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void SecondOpener_IsRefusedUntilTheFirstIsGone()
    {
        var path = Path.Combine(data.Path, "sub", "a.db");
        using (new DatabaseFile(path))
        {
            Should.Throw<InvalidOperationException>(() => new DatabaseFile(path)).Message.ShouldContain(path);
        }

        new DatabaseFile(path).Dispose();
    }

    [Fact]
    public void Sharers_LetEachOtherIn_AndKeepOutWhoWantsItAlone()
    {
        var path = Path.Combine(data.Path, "a.db");
        using (new DatabaseFile(path, shared: true))
        using (new DatabaseFile(path, shared: true))
        {
            Should.Throw<InvalidOperationException>(() => new DatabaseFile(path)).Message.ShouldContain(path);
        }

        using (new DatabaseFile(path))
        {
            Should.Throw<InvalidOperationException>(() => new DatabaseFile(path, shared: true)).Message.ShouldContain("Database:Shared");
        }
    }

    [Fact]
    public async Task GatesOnOneFile_LetOneInAtATime()
    {
        const int Each = 100;
        var path = Path.Combine(data.Path, "a.db");
        using var first = new WriteGate(closes: true, path);
        using var second = new WriteGate(closes: true, path);
        var (inside, most, entries) = (0, 0, 0);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            for (var n = 0; n < Each; n++)
            {
                using var entry = await (i % 2 == 0 ? first : second).EnterAsync(CancellationToken.None);
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Yield();
                entries++;
                Interlocked.Decrement(ref inside);
            }
        })));

        (most, entries).ShouldBe((1, 4 * Each));
    }

    [SqliteFact]
    public async Task SecondProcessOnADirectory_DoesNotStart()
    {
        await using (await NotesHost.StartAsync(data))
        {
            var fault = await Should.ThrowAsync<InvalidOperationException>(() => NotesHost.StartAsync(data));
            fault.Message.ShouldContain(Path.Combine(data.Path, "notes.db"));
        }

        await using var next = await NotesHost.StartAsync(data);
    }
}
