using AnSinh.Dossiers.Papers;
using AnSinh.Dossiers.Workflow;
using AnSinh.People;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Dossiers.V1;

namespace AnSinh.Dossiers;

/// <summary>Dossiers as messages.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="register">The register.</param>
/// <param name="people">People as messages.</param>
public sealed class DossierMessages<TDb>(TDb db, RegisterOf<TDb> register, PersonMessages people)
    where TDb : ServiceDb
{
    /// <summary>The dossier, with its papers, for the answer to a command that is not saved yet.</summary>
    public async Task<Wire.Dossier> ForCommandAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().FindAsync([dossier.PersonId], cancellationToken);
        var message = Of(dossier, EtagAfterSaving.Of(db, dossier));
        message.Person = people.ForCommand(person!);
        var added = db.Set<DossierPaper>().Local.Where(paper => paper.DossierId == dossier.Id).ToList();
        AddPapers(message, added.Count > 0 ? added : await PapersAsync(dossier.Id, cancellationToken));
        return message;
    }

    /// <summary>The dossier, with its papers, for a query.</summary>
    public async Task<Wire.Dossier> ForQueryAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var message = (await ForListAsync([dossier], cancellationToken))[0];
        AddPapers(message, await PapersAsync(dossier.Id, cancellationToken));
        return message;
    }

    /// <summary>Dossiers of a list, without papers, in their order.</summary>
    public async Task<IReadOnlyList<Wire.Dossier>> ForListAsync(IReadOnlyList<Dossier> dossiers, CancellationToken cancellationToken)
    {
        var ids = dossiers.Select(one => one.PersonId).Distinct().ToList();
        var known = await db.Set<Person>().AsNoTracking().Where(person => EF.Parameter(ids).Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
        return
        [
            .. dossiers.Select(dossier =>
            {
                var message = Of(dossier, Etag.Of(dossier));
                message.Person = people.ForQuery(known[dossier.PersonId], register.Value.ReadIdentity);
                return message;
            }),
        ];
    }

    /// <summary>What happened to a dossier, oldest first.</summary>
    public async Task<Wire.DossierHistory> HistoryAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var steps = await db.Set<DossierStep>().AsNoTracking().Where(step => step.DossierId == dossier.Id).OrderBy(step => step.Id).ToListAsync(cancellationToken);
        return new Wire.DossierHistory
        {
            Steps =
            {
                steps.Select(step => new Wire.DossierStep
                {
                    From = (Wire.DossierState)step.FromState,
                    To = (Wire.DossierState)step.ToState,
                    At = Timestamp.FromDateTimeOffset(step.At),
                    Actor = step.Actor,
                    Reason = step.Reason,
                }),
            },
        };
    }

    Task<List<DossierPaper>> PapersAsync(Guid dossier, CancellationToken cancellationToken) =>
        db.Set<DossierPaper>().AsNoTracking().Where(paper => paper.DossierId == dossier).OrderBy(paper => paper.Number).ToListAsync(cancellationToken);

    static void AddPapers(Wire.Dossier message, IEnumerable<DossierPaper> papers) => message.Papers.AddRange(papers.Select(paper => new Wire.Paper
    {
        Title = paper.Title,
        Kind = (Wire.PaperKind)paper.Kind,
        Pages = paper.Pages,
        Missing = paper.Missing,
    }));

    static Wire.Dossier Of(Dossier dossier, string etag) => new()
    {
        Name = DossierNames.Of(dossier.Id),
        Register = dossier.Register,
        Category = dossier.Category,
        Symbol = dossier.Symbol,
        AreaCode = dossier.AreaCode,
        ReceivedOn = WireDate.Of(dossier.ReceivedOn),
        State = (Wire.DossierState)dossier.State,
        DueOn = Day(dossier.DueOn),
        Holder = dossier.Holder,
        Digitisation = (Wire.DigitisationState)dossier.Digitisation,
        Pages = dossier.Pages,
        DigitisedOn = Day(dossier.DigitisedOn),
        AppraisedOn = Day(dossier.AppraisedOn),
        TransferredFrom = dossier.TransferredFrom,
        TransferredTo = dossier.TransferredTo,
        Etag = etag,
        CreateTime = Timestamp.FromDateTimeOffset(dossier.CreatedAt),
        UpdateTime = Timestamp.FromDateTimeOffset(dossier.UpdatedAt),
    };

    static Google.Type.Date? Day(DateOnly? day) => day is { } known ? WireDate.Of(known) : null;
}
