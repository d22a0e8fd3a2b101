using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Unit;

public sealed class MetadataEntryTests
{
    const string Legal = "abcdefghijklmnopqrstuvwxyz0123456789._-";

    [Fact]
    public void Key_WhateverItIsMadeOf_IsLoweredAndTakenOrRefusedByItsCharacters() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), any =>
        {
            var key = any.Get;
            var lower = key.ToLowerInvariant();
            var isLegal = lower.Length > 0 && lower.All(Legal.Contains);
            if (!isLegal) return Refused(() => new Metadata.Entry(key, "v")) && Refused(() => new Metadata.Entry(key + "-bin?", [1]));
            return lower.EndsWith("-bin", StringComparison.Ordinal) || new Metadata.Entry(key, "v").Key == lower;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Key_OfLegalCharacters_IsAlwaysTaken() =>
        Prop.ForAll(Gen.Elements(Legal.ToCharArray()).NonEmptyListOf().ToArbitrary(), characters =>
        {
            var key = string.Concat(characters);
            var text = key + "x";
            return new Metadata.Entry(text.ToUpperInvariant(), "v").Key == text && new Metadata.Entry(key + "-BIN", [1]).Key == key + "-bin";
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("tiếng-việt")]
    [InlineData("colon:")]
    [InlineData("new\nline")]
    public void Key_WithAnIllegalCharacter_IsRefused(string key) =>
        Should.Throw<ArgumentException>(() => new Metadata.Entry(key, "v")).ParamName.ShouldBe("key");

    [Fact]
    public void Text_UnderABinaryKey_IsRefused() => Should.Throw<ArgumentException>(() => new Metadata.Entry("trace-bin", "text"));

    [Fact]
    public void Bytes_UnderATextKey_AreRefused() => Should.Throw<ArgumentException>(() => new Metadata.Entry("trace", [1]));

    [Fact]
    public void Nulls_AreRefused()
    {
        Should.Throw<ArgumentNullException>(() => new Metadata.Entry(null!, "v"));
        Should.Throw<ArgumentNullException>(() => new Metadata.Entry("a", (string)null!));
        Should.Throw<ArgumentNullException>(() => new Metadata.Entry("a-bin", (byte[])null!));
    }

    [Fact]
    public void ValueBytes_WhenTheArrayIsChangedOutside_StayAsTheyWere()
    {
        byte[] given = [1, 2, 3];
        var entry = new Metadata.Entry("trace-bin", given);

        given[0] = 9;
        entry.ValueBytes[1] = 9;

        entry.ValueBytes.ShouldBe([1, 2, 3]);
        entry.IsBinary.ShouldBeTrue();
    }

    [Fact]
    public void ToString_ShowsKeyAndValue()
    {
        new Metadata.Entry("Step", "1").ToString().ShouldBe("[Entry: key=step, value=1]");
        new Metadata.Entry("step-bin", [1]).ToString().ShouldBe("[Entry: key=step-bin, valueBytes=AQ==]");
    }

    static bool Refused(Func<object> make)
    {
        try
        {
            make();
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
