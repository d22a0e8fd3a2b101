using System.Reflection;
using AnSinh.Architecture.Tests.Rules;
using AnSinh.Architecture.Tests.Sources;
using Shouldly;
using Xunit;

namespace AnSinh.Architecture.Tests;

public sealed class TypeTests
{
    /// <summary>Classes that are open on purpose, each with its reason.</summary>
    static readonly HashSet<string> open = new(StringComparer.Ordinal)
    {
        // The gate of one database derives from it, so that the container tells the databases' gates apart.
        "AnSinh.ServiceKit.Persistence.WriteGate",
    };

    /// <summary>Every assembly of ours that the all-in-one process loads; contracts are generated, apart from their records.</summary>
    static IReadOnlyList<Assembly> Assemblies => [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "AnSinh.*.dll")
        .Where(file => Path.GetFileName(file) is not "AnSinh.Contracts.dll")
        .Select(Assembly.LoadFrom)];

    [Fact]
    public void Classes_AreSealedOrAbstract() =>
        Assemblies.SelectMany(assembly => assembly.GetTypes()).SelectMany(type => TypeRules.Open([type], open)).ShouldBeEmpty();

    /// <summary>The projects under services/ that are ours: stand-ins for foreign packages carry those packages' names.</summary>
    static IEnumerable<string> Projects => Repository.Projects.Select(project => project.Path)
        .Where(path => path.StartsWith("services/", StringComparison.Ordinal) && !path.StartsWith("services/MissingPackages/", StringComparison.Ordinal))
        .Select(path => $"AnSinh.{Path.GetFileNameWithoutExtension(path)}");

    [Fact]
    public void Assemblies_OfAllProjects_AreThere_SoThatTheRuleChecksThem() =>
        Projects.Append("AnSinh.Employment").ShouldBeSubsetOf(Assemblies.Select(assembly => assembly.GetName().Name));

    [Fact]
    public void AnOpenClass_IsNamed_UnlessItIsListed()
    {
        Type[] types = [typeof(OpenClass), typeof(TypeTests), typeof(TypeRules)];

        TypeRules.Open(types, new HashSet<string>()).ShouldBe(["AnSinh.Architecture.Tests.OpenClass is neither sealed nor abstract"]);
        TypeRules.Open(types, new HashSet<string>(["AnSinh.Architecture.Tests.OpenClass"])).ShouldBeEmpty();
    }
}

/// <summary>What the rule must find.</summary>
public class OpenClass;
