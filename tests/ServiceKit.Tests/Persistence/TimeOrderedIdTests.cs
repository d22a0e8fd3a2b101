using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Tests.Notes;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Persistence;

public sealed class TimeOrderedIdTests
{
    static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    static int Compare(Guid left, Guid right) => left.ToByteArray(true).AsSpan().SequenceCompareTo(right.ToByteArray(true));

    [Fact]
    public void Next_Increases_HoweverTheClockJumps() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(),
        seconds =>
        {
            var time = new JumpingTime();
            var last = TimeOrderedId.Next(time);
            return seconds.All(second =>
            {
                time.JumpTo(Start.AddSeconds(second % 100_000));
                var earlier = last;
                last = TimeOrderedId.Next(time);
                return Compare(last, earlier) > 0;
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Next_ExceedsWhatItMustComeAfter() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        seconds =>
        {
            var after = Guid.CreateVersion7(Start.AddSeconds(seconds % 100_000));
            var next = TimeOrderedId.Next(new JumpingTime(), after);
            return Compare(next, after) > 0 && Compare(TimeOrderedId.Next(new JumpingTime(), next), next) > 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Next_IsAUuidOfVersion7()
    {
        for (var i = 0; i < 10_000; i++)
        {
            var id = TimeOrderedId.Next(TimeProvider.System);
            id.Version.ShouldBe(7);
            (id.Variant & 0b1100).ShouldBe(0b1000);
        }
    }

    [Fact]
    public void Next_WhenManyThreadsAsk_NeverRepeats()
    {
        var ids = new Guid[20_000];
        Parallel.For(0, ids.Length, i => ids[i] = TimeOrderedId.Next(TimeProvider.System));

        ids.Distinct().Count().ShouldBe(ids.Length);
    }
}
