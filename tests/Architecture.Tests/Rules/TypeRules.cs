using System.Reflection;
using System.Runtime.CompilerServices;

namespace AnSinh.Architecture.Tests.Rules;

/// <summary>Classes are sealed, static or abstract: inheritance is designed, not left open.</summary>
static class TypeRules
{
    public static IEnumerable<string> Open(IEnumerable<Type> types, IReadOnlySet<string> allowed) => types
        .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && type.IsVisible && !IsGenerated(type))
        .Select(type => type.FullName!)
        .Where(name => !allowed.Contains(name))
        .Select(name => $"{name} is neither sealed nor abstract");

    // The web SDK declares a public Program around top-level statements.
    static bool IsGenerated(Type type) =>
        type is { Namespace: null, Name: "Program" }
        || type.IsDefined(typeof(CompilerGeneratedAttribute))
        || type.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is not null
        || type.Namespace?.Contains(".Migrations", StringComparison.Ordinal) == true;
}
