using System.Text.Json;

namespace AnSinh.Contracts.Tests.Protos;

/// <summary>What every enum must be, after AIP-126; answers with what is wrong.</summary>
static class EnumRules
{
    public static IEnumerable<string> Problems(ProtoCatalogue catalogue) => catalogue.Enums.SelectMany(@enum =>
    {
        var prefix = JsonNamingPolicy.SnakeCaseUpper.ConvertName(@enum.Value.Name) + "_";
        var first = @enum.Value.Value[0];
        return (string[])
        [
            .. first.Number == 0 && first.Name == $"{prefix}UNSPECIFIED"
                ? (string[])[]
                : [$"{@enum.Key} starts with {first.Name} = {first.Number}, not {prefix}UNSPECIFIED = 0"],
            .. @enum.Value.Value.Where(value => !value.Name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(value => $"{@enum.Key}.{value.Name} lacks the prefix {prefix}"),
        ];
    });
}
