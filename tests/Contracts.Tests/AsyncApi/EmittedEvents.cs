using System.Reflection;
using System.Reflection.Emit;
using AnSinh.Contracts.Events;

namespace AnSinh.Contracts.Tests.AsyncApi;

/// <summary>
/// Which event records a service can make: those made by its own code, and by the code of the shared kernel that can be reached from there
/// by calls and by registrations. Read from the compiled code, since nobody keeps a list by hand up to date.
/// </summary>
sealed class EmittedEvents
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly Dictionary<short, OpCode> codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    readonly HashSet<MethodBase> seen = [];
    readonly Queue<MethodBase> open = [];
    readonly SortedSet<string> events = new(StringComparer.Ordinal);

    /// <summary>Published names of the records that the service of an assembly can make.</summary>
    public static IReadOnlyCollection<string> Of(Assembly service)
    {
        var search = new EmittedEvents();
        foreach (var method in service.GetTypes().SelectMany(MethodsOf))
        {
            search.Reach(method);
        }

        while (search.open.TryDequeue(out var method))
        {
            search.Read(method);
        }

        return search.events;
    }

    static IEnumerable<MethodBase> MethodsOf(Type type) => [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];

    static bool IsOurs(Type type) => type.Assembly != typeof(EventTypes).Assembly
        && type.Assembly.GetName().Name!.StartsWith("AnSinh.", StringComparison.Ordinal);

    void Reach(MethodBase method)
    {
        if (method.DeclaringType is not { IsArray: false } type || !IsOurs(type))
        {
            return;
        }

        var definition = method.Module.ResolveMethod(method.MetadataToken)!;
        if (seen.Add(definition))
        {
            open.Enqueue(definition);
            if (type.TypeInitializer is { } initializer && !type.Name.StartsWith('<'))
            {
                Reach(initializer);
            }
        }
    }

    // Somebody makes one of these, or a container does: any of its methods may be called.
    void Reach(Type type)
    {
        if (type.IsGenericParameter || type.HasElementType)
        {
            return;
        }

        foreach (var argument in type.GetGenericArguments())
        {
            Reach(argument);
        }

        if (IsOurs(type))
        {
            foreach (var method in MethodsOf(type).Where(method => !method.IsStatic))
            {
                Reach(method);
            }
        }
    }

    void Read(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il)
        {
            return;
        }

        Type[] typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : [];
        Type[] methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (var at = 0; at < il.Length;)
        {
            short value = il[at++];
            var code = codes[value == 0xFE ? unchecked((short)(0xFE00 | il[at++])) : value];
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineTok)
            {
                Take(code, method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments));
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    void Take(OpCode code, MemberInfo? member)
    {
        switch (member)
        {
            case ConstructorInfo made when code == OpCodes.Newobj && EventTypes.All.FirstOrDefault(info => info.RecordType == made.DeclaringType) is { } info:
                events.Add(info.Name);
                break;
            case ConstructorInfo made when code == OpCodes.Newobj:
                Reach(made);
                Reach(made.DeclaringType!);
                break;
            case MethodBase called:
                Reach(called);
                foreach (var argument in called.IsGenericMethod ? called.GetGenericArguments() : [])
                {
                    Reach(argument);
                }

                break;
            case Type named when code == OpCodes.Ldtoken:
                Reach(named);
                break;
        }
    }
}
