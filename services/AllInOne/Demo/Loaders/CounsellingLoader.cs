using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Counselling visits, through the bulk import: everybody comes once, the first ones come again for a referral.</summary>
public sealed class CounsellingLoader : IRecordLoader
{
    const int RowsInMessage = 500;
    const int FirstPerson = 20_000;
    static readonly CounsellingKind[] FirstVisits = [CounsellingKind.JobCounselling, CounsellingKind.TrainingCounselling, CounsellingKind.PolicyCounselling];

    /// <inheritdoc/>
    public string Service => "employment";

    /// <inheritdoc/>
    public string Record => "counselling";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var communes = await context.CommunesAsync(group.FirstDay, cancellationToken);
        var messages = Rows(group, context, communes).Chunk(RowsInMessage)
            .Select(rows => new ImportCounsellingRequest { Rows = new CounsellingRows { Rows = { rows } } });
        await context.ImportAsync(
            new CounsellingService.CounsellingServiceClient(context.Official).ImportCounselling(cancellationToken: cancellationToken),
            options => new ImportCounsellingRequest { Options = options }, messages, context.FileName(group), cancellationToken);
    }

    static IEnumerable<CounsellingRow> Rows(RecordGroup group, LoadContext context, IReadOnlyList<string> communes)
    {
        var people = group.People > 0 ? group.People : group.Count;
        if (group.Count > 2 * people)
        {
            throw new FormatException($"Dòng {group.Line}: tối đa hai lượt tư vấn một người; cần people từ {(group.Count + 1) / 2}.");
        }

        var days = group.LastDay.DayNumber - group.FirstDay.DayNumber + 1;
        for (var line = 1; line <= group.Count; line++)
        {
            var again = line > people;
            var person = FirstPerson + (line - 1) % people;
            var commune = communes[new Random(SyntheticPeople.HashCode(context.Seed + 3, person)).Next(communes.Count)];
            var random = new Random(SyntheticPeople.HashCode(context.Seed + 4, line));
            var day = group.FirstDay.AddDays(random.Next(days));
            yield return new CounsellingRow
            {
                Line = line,
                Worker = SyntheticPeople.Worker(context.Seed, person, commune),
                Kind = again ? CounsellingKind.JobReferral : FirstVisits[random.Next(FirstVisits.Length)],
                VisitedOn = WireDate.Of(day),
                AreaCode = commune,
            };
        }
    }
}
