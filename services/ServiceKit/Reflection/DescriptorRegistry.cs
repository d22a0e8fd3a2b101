using Google.Protobuf.Reflection;

namespace AnSinh.ServiceKit.Reflection;

/// <summary>
/// Everything that the served descriptors declare, by name: files, symbols (services, rpcs, messages, fields, oneofs, enums, enum values)
/// and extensions.
/// </summary>
sealed class DescriptorRegistry
{
    readonly Dictionary<string, FileDescriptor> files = new(StringComparer.Ordinal);
    readonly Dictionary<string, FileDescriptor> symbols = new(StringComparer.Ordinal);
    readonly Dictionary<string, SortedDictionary<int, FileDescriptor>> extensions = new(StringComparer.Ordinal);

    public DescriptorRegistry(IEnumerable<ServiceDescriptor> services)
    {
        Services = [.. services.Select(service => service.FullName).Distinct().Order(StringComparer.Ordinal)];
        foreach (var service in services)
        {
            AddFile(service.File);
        }
    }

    /// <summary>Full names of the served services, sorted.</summary>
    public IReadOnlyList<string> Services { get; }

    public FileDescriptor? File(string name) => files.GetValueOrDefault(name);

    public FileDescriptor? FileOfSymbol(string fullName) => symbols.GetValueOrDefault(fullName);

    public FileDescriptor? FileOfExtension(string type, int number) => extensions.GetValueOrDefault(type)?.GetValueOrDefault(number);

    /// <summary>Numbers of a message's extensions, ascending; null when there is no such message.</summary>
    public IReadOnlyCollection<int>? ExtensionNumbers(string type) =>
        extensions.TryGetValue(type, out var known) ? known.Keys : symbols.ContainsKey(type) ? [] : null;

    /// <summary>A file, then everything that it imports, each once.</summary>
    public static IEnumerable<FileDescriptor> WithImports(FileDescriptor file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { file.Name };
        var queue = new Queue<FileDescriptor>([file]);
        while (queue.TryDequeue(out var next))
        {
            yield return next;
            foreach (var import in next.Dependencies.Where(import => seen.Add(import.Name)))
            {
                queue.Enqueue(import);
            }
        }
    }

    void AddFile(FileDescriptor root)
    {
        foreach (var file in WithImports(root).Where(file => files.TryAdd(file.Name, file)))
        {
            foreach (var service in file.Services)
            {
                symbols[service.FullName] = file;
                AddSymbols(file, service.Methods);
            }

            foreach (var message in file.MessageTypes)
            {
                AddMessage(file, message);
            }

            AddEnums(file, file.EnumTypes);
            AddExtensions(file, file.Extensions);
        }
    }

    void AddMessage(FileDescriptor file, MessageDescriptor message)
    {
        symbols[message.FullName] = file;
        AddSymbols(file, message.Fields.InDeclarationOrder());
        AddSymbols(file, message.Oneofs);
        AddEnums(file, message.EnumTypes);
        AddExtensions(file, message.Extensions);
        foreach (var nested in message.NestedTypes)
        {
            AddMessage(file, nested);
        }
    }

    void AddEnums(FileDescriptor file, IEnumerable<EnumDescriptor> enums)
    {
        foreach (var type in enums)
        {
            symbols[type.FullName] = file;
            foreach (var value in type.Values)
            {
                // A value's scope is the one around its enum, as in C++.
                symbols[type.FullName[..^type.Name.Length] + value.Name] = file;
            }
        }
    }

    void AddExtensions(FileDescriptor file, ExtensionCollection declared)
    {
        foreach (var extension in declared.UnorderedExtensions)
        {
            symbols[extension.FullName] = file;
            var type = extension.ExtendeeType.FullName;
            if (!extensions.TryGetValue(type, out var numbers))
            {
                extensions[type] = numbers = [];
            }

            numbers[extension.FieldNumber] = file;
        }
    }

    void AddSymbols(FileDescriptor file, IEnumerable<IDescriptor> descriptors)
    {
        foreach (var descriptor in descriptors)
        {
            symbols[descriptor.FullName] = file;
        }
    }
}
