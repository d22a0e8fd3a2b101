using System.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Surface;

public sealed class AssemblyIdentityTests
{
    [Theory]
    [InlineData(typeof(Status), "Grpc.Core.Api")]
    [InlineData(typeof(ICompressionProvider), "Grpc.Net.Common")]
    public void Identity_OfEachAssembly_IsTheOneThatThePackagesBindTo(Type type, string name) =>
        type.Assembly.FullName.ShouldBe($"{name}, Version=2.0.0.0, Culture=neutral, PublicKeyToken=d754f35622e28bad");

    [Theory]
    [InlineData(typeof(GrpcServiceOptions))]
    [InlineData(typeof(GrpcChannel))]
    public void References_OfThePackages_AreMetExactly(Type ofPackage)
    {
        string[] carried = ["Grpc.Core.Api", "Grpc.Net.Common"];
        var references = ofPackage.Assembly.GetReferencedAssemblies().Where(reference => carried.Contains(reference.Name)).ToList();

        references.Count.ShouldBe(2);
        references.ShouldAllBe(reference => Assembly.Load(reference).FullName == reference.FullName);
    }

    [Fact]
    public void StreamExtensions_WhenLookedUpInEitherAssembly_AreOneType() =>
        typeof(ICompressionProvider).Assembly.GetType("Grpc.Core.AsyncStreamReaderExtensions").ShouldBe(typeof(AsyncStreamReaderExtensions));

    [Fact]
    public void VersionInfo_OfTheAbstractions_SaysWhatTheAssemblySays() =>
        typeof(Status).Assembly.GetName().Version!.ToString().ShouldBe(VersionInfo.CurrentAssemblyVersion);
}
