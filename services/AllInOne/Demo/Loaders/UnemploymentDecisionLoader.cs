using System.Globalization;
using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>
/// Decisions that grant unemployment benefit, through the bulk import; the service computes each amount by the law of the day, and pays the months from
/// the group's first one on.
/// </summary>
public sealed class UnemploymentDecisionLoader : IRecordLoader
{
    const int RowsInMessage = 500;
    const int FirstPerson = 30_000;
    const int DaysFromFiling = 30;
    const int DaysFromEnd = 15;

    /// <inheritdoc/>
    public string Service => "employment";

    /// <inheritdoc/>
    public string Record => "unemployment_decision";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        // Files of the first decisions were received before the group's first day: only communes that stood all the time will do.
        var then = await context.CommunesAsync(group.FirstDay.AddDays(-DaysFromFiling), cancellationToken);
        var communes = (await context.CommunesAsync(group.LastDay, cancellationToken)).Intersect(then, StringComparer.Ordinal).ToList();
        var messages = Rows(group, context, communes).Chunk(RowsInMessage)
            .Select(rows => new ImportDecisionsRequest { Rows = new DecisionRows { Rows = { rows } } });
        await context.ImportAsync(
            new UnemploymentService.UnemploymentServiceClient(context.Official).ImportDecisions(cancellationToken: cancellationToken),
            options => new ImportDecisionsRequest { Options = options }, messages, context.FileName(group), cancellationToken);
    }

    static IEnumerable<DecisionRow> Rows(RecordGroup group, LoadContext context, IReadOnlyList<string> communes)
    {
        var days = group.LastDay.DayNumber - group.FirstDay.DayNumber + 1;
        for (var line = 1; line <= group.Count; line++)
        {
            var random = new Random(SyntheticPeople.HashCode(context.Seed + 5, line));
            var commune = communes[random.Next(communes.Count)];
            var decided = group.FirstDay.AddDays(random.Next(days));
            yield return new DecisionRow
            {
                Line = line,
                Worker = SyntheticPeople.Worker(context.Seed, FirstPerson + line, commune),
                AreaCode = commune,
                Facts = Facts(decided.AddDays(-DaysFromFiling), random),
                Granted = true,
                DecisionNumber = string.Create(CultureInfo.InvariantCulture, $"{line}/QĐ-SLĐTBXH"),
                DecidedOn = WireDate.Of(decided),
                PayableFrom = Months.Month(group.FirstDay),
            };
        }
    }

    static ClaimFacts Facts(DateOnly filed, Random random)
    {
        var ended = filed.AddDays(-DaysFromEnd);
        var paid = random.Next(12, 121);
        return new ClaimFacts
        {
            FiledOn = WireDate.Of(filed),
            ContractEndedOn = WireDate.Of(ended),
            PaidMonths = paid,
            RecentPaidMonths = Math.Min(paid, 24),
            LastPaidMonth = WireDate.Of(new DateOnly(ended.Year, ended.Month, 1)),
            AverageWageVnd = 100_000L * random.Next(35, 121),
            WageScheme = WageScheme.Employer,
            WageRegion = random.Next(3, 5),
        };
    }
}
