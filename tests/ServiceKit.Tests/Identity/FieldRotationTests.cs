using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Identity;

public sealed class FieldRotationTests : IDisposable
{
    readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    // One key a letter, always the same; the first is current.
    Task<NotesHost> WithAsync(string keys)
    {
        var file = Path.Combine(data.Path, $"{keys}.json");
        var entries = keys.Select(key => $"\"{key}\":\"{Convert.ToBase64String(Enumerable.Repeat((byte)key, 32).ToArray())}\"");
        File.WriteAllText(file, $$"""{"current":"{{keys[0]}}","keys":{ {{string.Join(',', entries)}} } }""");
        return NotesHost.StartAsync(data, settings: new() { ["Identity:FieldKeyFile"] = file });
    }

    static FieldCipher Cipher(NotesHost host) => host.App.Services.GetRequiredService<FieldCipher>();

    static FieldRotation<NotesDb> Rotation(NotesHost host) => host.App.Services.GetServices<IHostedService>().OfType<FieldRotation<NotesDb>>().Single();

    static Task WriteAsync(NotesHost host, int count) => host.InUnitAsync(db =>
    {
        db.Notes.AddRange(Enumerable.Range(1, count).Select(i => new Note
        {
            Id = Guid.CreateVersion7(),
            Title = $"note {i}",
            Kind = NoteKind.Plain,
            SealedText = i % 3 == 0 ? null : Cipher(host).Encrypt($"text {i}"),
        }));
        return Task.CompletedTask;
    });

    static Task<List<Note>> NotesAsync(NotesHost host) => host.QueryAsync(db => db.Notes.AsNoTracking().ToListAsync());

    static bool IsUnder(char key, byte[] value) => value[1] == 1 && value[2] == key;

    [Fact]
    public async Task ValuesUnderAnOlderKey_AreEncryptedAgainAfterTheStart_SoThatItCanGo()
    {
        await using (var host = await WithAsync("a"))
        {
            await WriteAsync(host, 450);
        }

        await using (var host = await WithAsync("ba"))
        {
            await Patience.UntilAsync(async () => (await NotesAsync(host)).All(note => note.SealedText is null || IsUnder('b', note.SealedText)));
        }

        await using var last = await WithAsync("b");
        var notes = await NotesAsync(last);
        notes.Count(note => note.SealedText is not null).ShouldBe(300);
        notes.Where(note => note.SealedText is not null).ShouldAllBe(note => Cipher(last).Decrypt(note.SealedText!) == note.Title.Replace("note", "text"));
        notes.ShouldAllBe(note => note.Version == 1);
    }

    [Fact]
    public async Task WhatIsUnderTheCurrentKey_IsLeftAlone()
    {
        await using var host = await WithAsync("ba");
        await WriteAsync(host, 3);
        var before = await NotesAsync(host);

        (await Rotation(host).RunAsync(CancellationToken.None)).ShouldBe(0);

        (await NotesAsync(host)).Select(note => note.SealedText).ShouldBe(before.Select(note => note.SealedText));
    }

    [Fact]
    public async Task ValueWhoseKeyIsGone_StaysAsItIs_AndTheOthersAreEncryptedAgain()
    {
        await using (var host = await WithAsync("x"))
        {
            await WriteAsync(host, 1);
        }

        await using var next = await WithAsync("bx");
        await Patience.UntilAsync(async () => IsUnder('b', (await NotesAsync(next)).Single().SealedText!));
        var foreign = (byte[])[1, 1, (byte)'q', .. new byte[40]];
        await next.InUnitAsync(db => db.Notes.AddAsync(
            new Note { Id = Guid.CreateVersion7(), Title = "foreign", Kind = NoteKind.Plain, SealedText = foreign }).AsTask());

        (await Rotation(next).RunAsync(CancellationToken.None)).ShouldBe(0);

        (await NotesAsync(next)).Single(note => note.Title == "foreign").SealedText.ShouldBe(foreign);
    }
}
