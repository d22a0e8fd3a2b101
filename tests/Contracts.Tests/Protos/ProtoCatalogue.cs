using System.Reflection;
using Google.Protobuf.Reflection;

namespace AnSinh.Contracts.Tests.Protos;

/// <summary>Every message, enum and service of the packages <c>ansinh.*</c> in a set of proto files, by full name.</summary>
sealed class ProtoCatalogue
{
    public SortedDictionary<string, DescriptorProto> Messages { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, EnumDescriptorProto> Enums { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, ServiceDescriptorProto> Services { get; } = new(StringComparer.Ordinal);

    /// <summary>The files that this build was compiled from, dependencies first, as copies that a test may break.</summary>
    public static IReadOnlyList<FileDescriptorProto> CurrentFiles() => [.. WithDependencies(Descriptors()).Select(file => file.ToProto())];

    public static ProtoCatalogue Current() => Of(CurrentFiles());

    public static ProtoCatalogue Of(IEnumerable<FileDescriptorProto> files)
    {
        var catalogue = new ProtoCatalogue();
        foreach (var file in files.Where(file => IsOurs(file.Package)))
        {
            catalogue.Add(file.Package, file.MessageType, file.EnumType);
            foreach (var service in file.Service)
            {
                catalogue.Services.Add($"{file.Package}.{service.Name}", service);
            }
        }

        return catalogue;
    }

    /// <summary>Every element by name, such as <c>field ansinh.employment.v1.Placement.worker</c>.</summary>
    public IEnumerable<string> Elements() =>
    [
        .. Messages.Select(message => $"message {message.Key}"),
        .. Messages.SelectMany(message => message.Value.Field.Select(field => $"field {message.Key}.{field.Name}")),
        .. Enums.Select(@enum => $"enum {@enum.Key}"),
        .. Enums.SelectMany(@enum => @enum.Value.Value.Select(value => $"value {@enum.Key}.{value.Name}")),
        .. Services.Select(service => $"service {service.Key}"),
        .. Services.SelectMany(service => service.Value.Method.Select(method => $"rpc {service.Key}/{method.Name}")),
    ];

    /// <summary>Message of a type name as descriptors spell it, with its leading dot; null for one of a foreign package.</summary>
    public DescriptorProto? FindMessage(string typeName) => Messages.GetValueOrDefault(typeName.TrimStart('.'));

    /// <summary>The generated descriptors of the packages <c>ansinh.*</c>.</summary>
    public static IEnumerable<FileDescriptor> Descriptors() => typeof(Contracts.Events.EventTypes).Assembly.GetTypes()
        .Where(type => type.IsAbstract && type.IsSealed && type.Name.EndsWith("Reflection", StringComparison.Ordinal))
        .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
        .OfType<FileDescriptor>()
        .Where(file => IsOurs(file.Package))
        .OrderBy(file => file.Name, StringComparer.Ordinal);

    static bool IsOurs(string package) => package.StartsWith("ansinh.", StringComparison.Ordinal);

    void Add(string scope, IEnumerable<DescriptorProto> messages, IEnumerable<EnumDescriptorProto> enums)
    {
        foreach (var @enum in enums)
        {
            Enums.Add($"{scope}.{@enum.Name}", @enum);
        }

        foreach (var message in messages)
        {
            var name = $"{scope}.{message.Name}";
            Messages.Add(name, message);
            Add(name, message.NestedType, message.EnumType);
        }
    }

    static IEnumerable<FileDescriptor> WithDependencies(IEnumerable<FileDescriptor> files)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<FileDescriptor> Visit(FileDescriptor file) =>
            seen.Add(file.Name) ? [.. file.Dependencies.SelectMany(Visit), file] : [];
        return files.SelectMany(Visit);
    }
}
