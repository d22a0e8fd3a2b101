using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Instances;

public sealed class CommandInstancesTests : IAsyncLifetime
{
    TwoInstances both = null!;

    public async Task InitializeAsync() => both = await TwoInstances.StartAsync();

    public async Task DisposeAsync() => await both.DisposeAsync();

    [Fact]
    public async Task CommandsAtBoth_AreNumberedWithoutGapsAndPublishedOnce()
    {
        const int Writers = 8;
        const int Each = 15;

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await (writer % 2 == 0 ? both.First : both.Second).RegisterAsync($"Ghi chú {writer}-{i}");
            }
        })));

        await both.Second.PublishedAsync(Writers * Each);
        (await both.Second.ReadFeedAsync()).Events.Select(one => one.Sequence).ShouldBe(TwoInstances.UpTo(Writers * Each));
        (await both.First.QueryAsync(db => db.Notes.CountAsync())).ShouldBe(Writers * Each);
        TwoInstances.Published(both.First).Concat(TwoInstances.Published(both.Second)).Order().ShouldBe(TwoInstances.UpTo(Writers * Each));
    }

    [Fact]
    public async Task OneRequestIdAtBothAtOnce_HasOneEffectAndOneAnswer()
    {
        for (var round = 0; round < 10; round++)
        {
            var id = Guid.NewGuid();
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
                await (i % 2 == 0 ? both.First : both.Second).RegisterAsync($"Ghi chú {round}", id)));
            answers.Distinct().Count().ShouldBe(1);
        }

        (await both.First.QueryAsync(db => db.Notes.CountAsync())).ShouldBe(10);
        (both.First.Commands.Runs + both.Second.Commands.Runs).ShouldBe(10);
    }

    [Fact]
    public async Task WhenTheTwinIsFaster_AndTheRecordIsNoLongerTheOneThatWasRead_ItsAnswerCounts() =>
        await GetsTheTwinsAnswerAsync(() => new DbUpdateConcurrencyException());

    [Fact]
    public async Task WhenTheTwinIsFaster_AndTheRulesRefuseASecondTime_ItsAnswerCounts() =>
        await GetsTheTwinsAnswerAsync(() => Refusal.Invalid("worker", "worker.registered", "Người này đã đăng ký."));

    /// <summary>On a server database the twin commits between this command's look for an answer and its end: here its row is put there at that moment.</summary>
    async Task GetsTheTwinsAnswerAsync(Func<Exception> fails)
    {
        var id = Guid.NewGuid();
        var twins = await both.Second.RegisterAsync("Một", id);
        var answered = await both.Second.QueryAsync(db => db.Set<IdempotencyRow>().AsNoTracking().SingleAsync());
        await both.Second.QueryAsync(db => db.Set<IdempotencyRow>().ExecuteDeleteAsync());
        await both.Second.QueryAsync(db => db.Notes.ExecuteDeleteAsync());
        both.First.Commands.AfterChange = async (db, _) =>
        {
            await db.Database.RollbackTransactionAsync();
            await both.Second.QueryAsync(other =>
            {
                other.Add(answered);
                return other.SaveChangesAsync();
            });
            throw fails();
        };

        Worker answer = await both.First.RegisterAsync("Một", id);

        answer.ShouldBe(twins);
    }
}
