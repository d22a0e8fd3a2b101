using AnSinh.Contracts.Tests.Protos;
using Google.Protobuf.Reflection;
using static Google.Protobuf.Reflection.FieldDescriptorProto.Types;

namespace AnSinh.Contracts.Tests.Baseline;

/// <summary>Breaking changes of messages and their fields.</summary>
static class MessageComparer
{
    public static IEnumerable<string> Compare(ProtoCatalogue published, ProtoCatalogue current)
    {
        foreach (var (name, before) in published.Messages)
        {
            if (!current.Messages.TryGetValue(name, out var now))
            {
                yield return $"message {name} was removed";
                continue;
            }

            foreach (var field in before.Field)
            {
                foreach (var change in CompareField(before, field, now))
                {
                    yield return $"field {name}.{field.Name} {change}";
                }
            }
        }
    }

    static IEnumerable<string> CompareField(DescriptorProto message, FieldDescriptorProto field, DescriptorProto now)
    {
        var sameName = now.Field.FirstOrDefault(candidate => candidate.Name == field.Name);
        var sameNumber = now.Field.FirstOrDefault(candidate => candidate.Number == field.Number);
        return (sameName, sameNumber) switch
        {
            (null, null) => ["was removed"],
            (null, { Name: var name }) => [$"was renamed to {name}"],
            ({ Number: var number }, _) when number != field.Number => [$"was renumbered from {field.Number} to {number}"],
            _ => CompareShape(message, field, now, sameName!),
        };
    }

    static IEnumerable<string> CompareShape(DescriptorProto before, FieldDescriptorProto field, DescriptorProto after, FieldDescriptorProto now)
    {
        if (TypeOf(field) != TypeOf(now))
        {
            yield return $"was retyped from {TypeOf(field)} to {TypeOf(now)}";
        }

        if (CardinalityOf(field) != CardinalityOf(now))
        {
            yield return $"changed cardinality from {CardinalityOf(field)} to {CardinalityOf(now)}";
        }

        if (ChoiceOf(before, field) != ChoiceOf(after, now))
        {
            yield return $"moved from {ChoiceOf(before, field)} to {ChoiceOf(after, now)}";
        }
    }

    static string TypeOf(FieldDescriptorProto field) => field.TypeName.Length > 0
        ? field.TypeName.TrimStart('.')
        : field.Type.ToString().ToLowerInvariant();

    static string CardinalityOf(FieldDescriptorProto field) => field switch
    {
        { Label: Label.Repeated } => "repeated",
        { Proto3Optional: true } => "optional",
        _ => "singular",
    };

    // An optional field stands in a oneof of its own that only the compiler sees.
    static string ChoiceOf(DescriptorProto message, FieldDescriptorProto field) => field.HasOneofIndex && !field.Proto3Optional
        ? $"oneof {message.OneofDecl[field.OneofIndex].Name}"
        : "no oneof";
}
