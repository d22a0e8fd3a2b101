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
