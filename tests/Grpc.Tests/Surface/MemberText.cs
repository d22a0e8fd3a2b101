using System.Reflection;

namespace Grpc.Tests.Surface;

/// <summary>Writes members as the lists do: simple type names, <c>!0</c> for a type parameter, <c>!!0</c> for a method's.</summary>
public static class MemberText
{
    const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    static readonly Dictionary<Type, string> Simple = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "boolean",
        [typeof(int)] = "int32",
        [typeof(byte)] = "byte",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(nint)] = "intptr",
    };

    /// <summary>What other assemblies can see of a type, with who can see it: <c>public</c> or <c>family</c>.</summary>
    public static IEnumerable<(string Access, bool IsOverridable, string Text)> VisibleMembers(Type type)
    {
        foreach (var method in type.GetMembers(Declared).OfType<MethodBase>())
        {
            if (AccessOf(method) is { } access) yield return (access, method is { IsVirtual: true, IsFinal: false }, Write(method));
        }

        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic && field.IsInitOnly))
            yield return ("public", false, $"field {Write(field.FieldType)} {field.Name}");
    }

    static string? AccessOf(MethodBase method) =>
        method.IsPublic ? "public" : method.IsFamily || method.IsFamilyOrAssembly ? "family" : null;

    static string Write(MethodBase method)
    {
        var isStatic = method.IsStatic ? "static " : "";
        var returns = Write(method is MethodInfo info ? info.ReturnType : typeof(void));
        var arity = method.IsGenericMethod ? $"<{method.GetGenericArguments().Length}>" : "";
        var parameters = string.Join(", ", method.GetParameters().Select(parameter => Write(parameter.ParameterType)));
        return $"{isStatic}{returns} {method.Name}{arity}({parameters})";
    }

    static string Write(Type type)
    {
        if (type.IsGenericMethodParameter) return $"!!{type.GenericParameterPosition}";
        if (type.IsGenericTypeParameter) return $"!{type.GenericParameterPosition}";
        if (type.IsArray) return Write(type.GetElementType()!) + "[]";
        if (Simple.TryGetValue(type, out var name)) return name;
        if (!type.IsGenericType) return type.Name;
        var arguments = string.Join(",", type.GetGenericArguments().Select(Write));
        return type.Name.Contains('`', StringComparison.Ordinal) ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{arguments}>" : type.Name;
    }
}
