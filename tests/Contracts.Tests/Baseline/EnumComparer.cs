using AnSinh.Contracts.Tests.Protos;

namespace AnSinh.Contracts.Tests.Baseline;

/// <summary>Breaking changes of enums and their values.</summary>
static class EnumComparer
{
    public static IEnumerable<string> Compare(ProtoCatalogue published, ProtoCatalogue current)
    {
        foreach (var (name, before) in published.Enums)
        {
            if (!current.Enums.TryGetValue(name, out var now))
            {
                yield return $"enum {name} was removed";
                continue;
            }

            foreach (var value in before.Value)
            {
                var sameName = now.Value.FirstOrDefault(candidate => candidate.Name == value.Name);
                var sameNumber = now.Value.FirstOrDefault(candidate => candidate.Number == value.Number);
                var change = (sameName, sameNumber) switch
                {
                    (null, null) => "was removed",
                    (null, _) => $"was renamed to {sameNumber.Name}",
                    _ when sameName.Number != value.Number => $"was renumbered from {value.Number} to {sameName.Number}",
                    _ => null,
                };
                if (change is not null)
                {
                    yield return $"value {name}.{value.Name} {change}";
                }
            }
        }
    }
}
