using System.Globalization;
using AnSinh.Contracts.Child.V1;
using AnSinh.Contracts.Common.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Children who drowned, through the bulk import of incidents.</summary>
public sealed class DrowningLoader : IRecordLoader
{
    static readonly IncidentPlace[] Waters = [IncidentPlace.River, IncidentPlace.Pond, IncidentPlace.Sea];

    /// <inheritdoc/>
    public string Service => "child";

    /// <inheritdoc/>
    public string Record => "drowning";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var communes = await context.CommunesAsync(group.FirstDay, cancellationToken);
        var rows = Enumerable.Range(1, group.Count).Select(line => Row(group, context, line, communes));
        await context.ImportAsync(
            new IncidentService.IncidentServiceClient(context.Official).ImportIncidents(cancellationToken: cancellationToken),
            options => new ImportIncidentsRequest { Options = options }, [new ImportIncidentsRequest { Rows = new IncidentRows { Rows = { rows } } }],
            context.FileName(group), cancellationToken);
    }

    static IncidentRow Row(RecordGroup group, LoadContext context, int line, IReadOnlyList<string> communes)
    {
        var random = new Random(SyntheticPeople.HashCode(context.Seed + 11, line));
        var day = group.FirstDay.AddDays(random.Next(group.LastDay.DayNumber - group.FirstDay.DayNumber + 1));
        return new IncidentRow
        {
            Line = line,
            Incident = new Incident
            {
                Kind = IncidentKind.Drowning,
                HappenedOn = WireDate.Of(day),
                AreaCode = communes[random.Next(communes.Count)],
                Fatal = true,
                Place = Waters[random.Next(Waters.Length)],
                VictimAge = random.Next(3, 16),
                VictimSex = random.Next(2) == 1 ? PersonSex.Female : PersonSex.Male,
                Swimming = SwimmingSkill.No,
                Reference = string.Create(CultureInfo.InvariantCulture, $"MAU-{group.Line}-{line}"),
            },
        };
    }
}
