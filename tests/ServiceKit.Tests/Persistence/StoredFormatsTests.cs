using AnSinh.ServiceKit.Persistence;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Persistence;

public sealed class StoredFormatsTests
{
    [Fact]
    public void Guid_RoundTrips_AndByteOrderIsTextOrder() => Prop.ForAll(
        ArbMap.Default.ArbFor<Guid>(),
        ArbMap.Default.ArbFor<Guid>(),
        (left, right) =>
        {
            var format = new StoredFormats.GuidBytes();
            var (a, b) = ((byte[])format.ConvertToProvider(left)!, (byte[])format.ConvertToProvider(right)!);
            return left.Equals(format.ConvertFromProvider(a))
                && Math.Sign(a.AsSpan().SequenceCompareTo(b)) == Math.Sign(string.CompareOrdinal(left.ToString(), right.ToString()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Day_RoundTrips_AndSorts() => Prop.ForAll(
        Gen.Choose(0, DateOnly.MaxValue.DayNumber).ToArbitrary(),
        Gen.Choose(0, DateOnly.MaxValue.DayNumber).ToArbitrary(),
        (first, second) =>
        {
            var (left, right) = (DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(second));
            return StoredFormats.FromNumber(StoredFormats.ToNumber(left)) == left
                && StoredFormats.ToNumber(left).CompareTo(StoredFormats.ToNumber(right)) == left.CompareTo(right);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Day_ReadsAsPeopleWriteIt() => StoredFormats.ToNumber(new DateOnly(2025, 7, 1)).ShouldBe(20250701);

    [Fact]
    public void Instant_RoundTrips_InUtc() => Prop.ForAll(
        ArbMap.Default.ArbFor<DateTimeOffset>(),
        instant =>
        {
            var format = new StoredFormats.UtcTicks();
            var read = (DateTimeOffset)format.ConvertFromProvider(format.ConvertToProvider(instant))!;
            return read == instant && read.Offset == TimeSpan.Zero;
        }).QuickCheckThrowOnFailure();
}
