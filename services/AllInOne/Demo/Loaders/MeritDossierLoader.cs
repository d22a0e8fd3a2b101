using System.Globalization;
using AnSinh.Contracts.Dossiers.V1;
using AnSinh.Contracts.Merit.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Dossiers of meritorious persons, taken over in bulk: received over the years, some of them digitised by the last day.</summary>
public sealed class MeritDossierLoader : IRecordLoader
{
    const int RowsInMessage = 500;
    const int LongestProcedure = 40;
    static readonly DateOnly digitisationBegan = new(2017, 1, 3);

    // War invalids, martyrs' families and chemical victims are most of a province's files.
    static readonly string[] categories = ["NCC07", "NCC07", "NCC03", "NCC03", "NCC03", "NCC11", "NCC11", "NCC09", "NCC08", "NCC12", "NCC10", "NCC04"];

    /// <inheritdoc/>
    public string Service => "merit";

    /// <inheritdoc/>
    public string Record => "dossier";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        // Communes that bore their code throughout, so that any day of receipt will do.
        var early = await context.CommunesAsync(group.FirstDay, cancellationToken);
        var late = (await context.CommunesAsync(group.LastDay, cancellationToken)).ToHashSet();
        var communes = early.Where(late.Contains).ToList();
        var digitised = group.Whole("digitised");
        await context.ImportAsync(
            new DossierService.DossierServiceClient(context.Official).ImportDossiers(cancellationToken: cancellationToken),
            options => new ImportDossiersRequest { Options = options },
            Enumerable.Range(0, group.Count).Select(i => new DossierRow { Line = i + 1, Dossier = Of(group, context, communes, i, digitised) })
                .Chunk(RowsInMessage).Select(rows => new ImportDossiersRequest { Rows = new DossierRows { Rows = { rows } } }),
            context.FileName(group), cancellationToken);
    }

    static Dossier Of(RecordGroup group, LoadContext context, IReadOnlyList<string> communes, int i, int digitised)
    {
        var dice = MeritPeople.Dice(context, 2, i);
        var commune = communes[dice.Next(communes.Count)];
        var received = group.FirstDay.AddDays(dice.Next(group.LastDay.DayNumber - group.FirstDay.DayNumber + 1));
        var appraised = received.AddDays(dice.Next(5, LongestProcedure));
        var category = categories[dice.Next(categories.Length)];
        var dossier = new Dossier
        {
            Category = category,
            Symbol = string.Create(CultureInfo.InvariantCulture, $"{context.Province}/{category}.{i:D6}"),
            Person = MeritPeople.Of(context, MeritPeople.First + i, commune),
            AreaCode = commune,
            ReceivedOn = WireDate.Of(received),
            State = DossierState.Received,
        };
        if (appraised <= group.LastDay)
        {
            (dossier.State, dossier.AppraisedOn) = (DossierState.Approved, WireDate.Of(appraised));
        }

        if (MeritPeople.InPart(i, digitised, group.Count))
        {
            var first = received > digitisationBegan ? received : digitisationBegan;
            dossier.Digitisation = DigitisationState.Verified;
            dossier.Pages = dice.Next(8, 60);
            dossier.DigitisedOn = WireDate.Of(first.AddDays(dice.Next(group.LastDay.DayNumber - first.DayNumber + 1)));
        }

        return dossier;
    }
}
