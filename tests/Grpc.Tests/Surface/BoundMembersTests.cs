using System.Reflection;
using Grpc.Core;
using Grpc.Net.Compression;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Surface;

/// <summary>The packages bind to members by exact shape: a missing one shows only when the code that uses it runs.</summary>
public sealed class BoundMembersTests
{
    // Members that the overriding types have from another base (IBufferWriter, IDisposable, IServerCallContextFeature) or of their own.
    static readonly string[] NotOfTheBase =
    [
        "public void Dispose()",
        "public Memory<byte> GetMemory(int32)",
        "public Span<byte> GetSpan(int32)",
        "public void Advance(int32)",
        "public ServerCallContext get_ServerCallContext()",
        "public Task WriteCoreAsync(!0, CancellationToken)",
    ];

    static readonly Assembly[] Assemblies = [typeof(Status).Assembly, typeof(ICompressionProvider).Assembly];

    [Theory]
    [InlineData("grpc-surface.txt")]
    [InlineData("grpc-overrides.txt")]
    public void Types_WhichThePackagesName_ArePublic(string list) =>
        SurfaceList.Types(list).Where(name => Find(name) is not { } type || !(type.IsVisible || type.IsNestedFamORAssem)).ShouldBeEmpty();

    [Fact]
    public void Members_WhichThePackagesCall_ExistInThatShape()
    {
        var missing = SurfaceList.Members("grpc-surface.txt")
            .Where(entry => !Visible(entry.Types).Any(member => member.Text == entry.Member))
            .Select(entry => $"{entry.Types}: {entry.Member}");

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Members_WhichThePackagesOverride_CanBeOverriddenInThatShape()
    {
        var missing = SurfaceList.Members("grpc-overrides.txt")
            .Where(entry => !NotOfTheBase.Contains(entry.Member))
            .Where(entry => !entry.Types.Split(", ").SelectMany(Visible).Any(member => member.IsOverridable && IsSame(member, entry.Member)))
            .Select(entry => $"{entry.Types}: {entry.Member}");

        missing.ShouldBeEmpty();
    }

    // The list has the access and the type parameters of the overriding type, and the full name of an interface's member where that is private.
    static bool IsSame((string Access, bool IsOverridable, string Text) member, string listed)
    {
        var (access, text) = (listed[..listed.IndexOf(' ', StringComparison.Ordinal)], listed[(listed.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        var nameEnd = text.IndexOf('(', StringComparison.Ordinal);
        if (access == "private") text = text[..text.IndexOf(' ', StringComparison.Ordinal)] + " " + text[(text.LastIndexOf('.', nameEnd) + 1)..];
        return (access == "private" || access == member.Access) && AnyParameter(member.Text) == AnyParameter(text);
    }

    static string AnyParameter(string text) => text.Replace("!1 ", "!0 ", StringComparison.Ordinal);

    static IEnumerable<(string Access, bool IsOverridable, string Text)> Visible(string typeName) =>
        Find(typeName) is { } type ? MemberText.VisibleMembers(type) : [];

    static Type? Find(string name) =>
        Assemblies.Select(assembly => assembly.GetType(name) ?? assembly.GetType(Nested(name))).FirstOrDefault(type => type is not null);

    static string Nested(string name)
    {
        var dot = name.LastIndexOf('.');
        return name[..dot] + "+" + name[(dot + 1)..];
    }
}
