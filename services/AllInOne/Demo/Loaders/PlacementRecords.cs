using System.Globalization;
using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Turns a group of placements into individual ones: each its own person, spread over the communes and the days.</summary>
public static class PlacementRecords
{
    static readonly string[] Markets = ["JP", "TW", "KR"];

    static readonly (string Name, string TaxCode)[] Employers =
        [.. Enumerable.Range(1, 40).Select(n => ($"Doanh nghiệp Mẫu {n:D2}", string.Create(CultureInfo.InvariantCulture, $"99{n:D8}")))];

    /// <summary>The rows of a group.</summary>
    /// <param name="group">Group; its split must name channels.</param>
    /// <param name="firstPerson">Number of the first person.</param>
    /// <param name="seed">Seed of the scenario.</param>
    /// <param name="communes">Communes of the province on the days of the group.</param>
    /// <exception cref="FormatException">The group has no days, or names a channel that does not exist.</exception>
    public static IEnumerable<PlacementRow> Rows(RecordGroup group, int firstPerson, int seed, IReadOnlyList<string> communes)
    {
        if (group.From is not { } from || group.To is not { } to)
        {
            throw new FormatException($"Dòng {group.Line}: nhóm placement cần from và to.");
        }

        var channels = group.Split.TryGetValue("channel", out var split)
            ? split.SelectMany(part => Enumerable.Repeat(Channel(part.Key, group.Line), part.Value))
            : Enumerable.Repeat(Contracts.Employment.V1.Channel.Domestic, group.Count);
        var days = to.DayNumber - from.DayNumber + 1;
        var line = 0;
        foreach (var channel in channels)
        {
            var person = firstPerson + line;
            var random = new Random(SyntheticPeople.HashCode(seed + 1, person));
            var commune = communes[random.Next(communes.Count)];
            var start = from.AddDays(random.Next(days));
            var employer = Employers[random.Next(Employers.Length)];
            line++;
            yield return new PlacementRow
            {
                Line = line,
                Worker = SyntheticPeople.Worker(seed, person, commune),
                Employer = new Employer { DisplayName = employer.Name, TaxCode = employer.TaxCode, AreaCode = communes[0], Size = 10 },
                Placement = new Placement
                {
                    Channel = channel,
                    StartDate = WireDate.Of(start),
                    AreaCode = commune,
                    OccupationCode = random.Next(1, 10).ToString(CultureInfo.InvariantCulture),
                    Overseas = channel == Contracts.Employment.V1.Channel.OverseasContract
                        ? new OverseasTerms { MarketCode = Markets[random.Next(Markets.Length)], ContractMonths = 12 * random.Next(1, 4) }
                        : null,
                    Loan = channel == Contracts.Employment.V1.Channel.Loan ? new LoanTerms { AmountVnd = 10_000_000L * random.Next(1, 11) } : null,
                },
            };
        }
    }

    static Channel Channel(string name, int line) => name switch
    {
        "domestic" => Contracts.Employment.V1.Channel.Domestic,
        "loan" => Contracts.Employment.V1.Channel.Loan,
        "overseas_contract" => Contracts.Employment.V1.Channel.OverseasContract,
        _ => throw new FormatException($"Dòng {line}, mục channel: \"{name}\" không đúng; cần domestic, loan hoặc overseas_contract."),
    };
}
