using Grpc.Core;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Unit;

public sealed class MetadataTests
{
    [Fact]
    public void Get_WhenAKeyOccursTwice_GivesTheLastOne()
    {
        var metadata = new Metadata { { "step", "first" }, { "other", "x" }, { "Step", "second" } };

        metadata.Get("STEP")!.Value.ShouldBe("second");
        metadata.GetValue("step").ShouldBe("second");
    }

    [Fact]
    public void Get_WhenTheKeyIsAbsent_IsNull()
    {
        var metadata = new Metadata();

        metadata.Get("absent").ShouldBeNull();
        metadata.GetValue("absent").ShouldBeNull();
        metadata.GetValueBytes("absent-bin").ShouldBeNull();
        metadata.GetAll("absent").ShouldBeEmpty();
    }

    [Fact]
    public void GetAll_WhenAKeyOccursTwice_GivesBothInOrder() =>
        new Metadata { { "step", "1" }, { "other", "x" }, { "STEP", "2" } }.GetAll("Step").Select(entry => entry.Value).ShouldBe(["1", "2"]);

    [Fact]
    public void GetValue_OfABinaryEntry_IsRefused()
    {
        var metadata = new Metadata { { "trace-bin", [1, 2] } };

        Should.Throw<InvalidOperationException>(() => metadata.GetValue("trace-bin"));
        metadata.GetValueBytes("trace-bin").ShouldBe([1, 2]);
    }

    [Fact]
    public void GetValueBytes_OfATextEntry_GivesItsAsciiBytes() =>
        new Metadata { { "step", "ab" } }.GetValueBytes("step").ShouldBe([(byte)'a', (byte)'b']);

    [Fact]
    public void Empty_WhenChangedInAnyWay_IsRefused()
    {
        var entry = new Metadata.Entry("a", "b");

        Metadata.Empty.IsReadOnly.ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Add(entry));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Add("a", "b"));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Add("a-bin", []));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Insert(0, entry));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Remove(entry));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.RemoveAt(0));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty[0] = entry);
        Should.Throw<InvalidOperationException>(Metadata.Empty.Clear);
        Metadata.Empty.ShouldBeEmpty();
    }

    [Fact]
    public void List_WhenUsedAsOne_BehavesAsAList()
    {
        var (a, b, c) = (new Metadata.Entry("a", "1"), new Metadata.Entry("b", "2"), new Metadata.Entry("c", "3"));
        Metadata metadata = [a, c];

        metadata.Insert(1, b);
        metadata.ShouldBe([a, b, c]);
        metadata.IndexOf(c).ShouldBe(2);
        metadata.Contains(b).ShouldBeTrue();
        metadata.Remove(b).ShouldBeTrue();
        metadata.RemoveAt(0);
        metadata[0] = a;
        var copy = new Metadata.Entry[2];
        metadata.CopyTo(copy, 1);
        copy[1].ShouldBe(a);
        metadata.Clear();
        metadata.Count.ShouldBe(0);
        metadata.IsReadOnly.ShouldBeFalse();
    }

    [Fact]
    public void Add_OfNull_IsRefused() => Should.Throw<ArgumentNullException>(() => new Metadata().Add(null!));

    [Fact]
    public void ToString_WhenItHoldsACredential_DoesNotShowIt() =>
        new Metadata { { "authorization", "Bearer abc" } }.ToString().ShouldNotContain("abc");
}
