using System.Globalization;
using AnSinh.People;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Support.V1;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>Makes, finds and lists programmes.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="rules">What a programme must look like.</param>
/// <param name="time">Clock.</param>
public sealed class ProgrammeBook<TDb>(TDb db, ProgrammeRules rules, TimeProvider time)
    where TDb : ServiceDb
{
    readonly Dictionary<Guid, ProgrammeWithGroups?> known = [];

    /// <summary>Makes a programme.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; ALREADY_EXISTS <c>support.programme_exists</c>.</exception>
    public async Task<Wire.SupportProgramme> CreateAsync(Wire.CreateSupportProgrammeRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Programme ?? new Wire.SupportProgramme();
        var found = new List<Violation>();
        var (from, to) = rules.Check(sent, found);
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        if (await db.Set<SupportProgramme>().AnyAsync(one => one.Code == sent.Code, cancellationToken))
        {
            throw Refusal.AlreadyExists("support.programme_exists", $"Đã có chương trình mang mã {sent.Code}.");
        }

        var programme = new SupportProgramme
        {
            Id = TimeOrderedId.Next(time),
            Code = sent.Code,
            DisplayName = PersonName.Tidy(sent.DisplayName),
            Kind = (SupportKind)sent.Kind,
            AreaCode = sent.AreaCode,
            LegalBasis = sent.LegalBasis.Trim(),
            FromDate = from,
            ToDate = to,
            CreatedAt = time.GetUtcNow(),
        };
        var groups = sent.Groups.Select((group, at) => GroupOf(programme.Id, group, at)).ToList();
        db.Add(programme);
        db.AddRange(groups);
        return SupportMessages.Of(programme, groups, EtagAfterSaving.Of(db, programme));
    }

    /// <summary>Gets a programme.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>support.programme_not_found</c>.</exception>
    public async Task<Wire.SupportProgramme> GetAsync(Wire.GetSupportProgrammeRequest request, CancellationToken cancellationToken)
    {
        var (programme, groups) = await RequireAsync(request.Name, "name", cancellationToken);
        return SupportMessages.Of(programme, groups.Values, Etag.Of(programme));
    }

    /// <summary>Lists programmes, newest first.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field.</exception>
    public async Task<Wire.ListSupportProgrammesResponse> ListAsync(Wire.ListSupportProgrammesRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var rows = db.Set<SupportProgramme>().AsNoTracking();
        if (request.Kind != Wire.SupportKind.Unspecified)
        {
            var kind = (SupportKind)request.Kind;
            rows = rows.Where(one => one.Kind == kind);
        }

        rows = request.Code.Length > 0 ? rows.Where(one => one.Code == request.Code) : rows;
        if (PageToken.Read(request, request.PageToken, parts: 1) is { } after)
        {
            var id = Guid.Parse(after[0], CultureInfo.InvariantCulture);
            rows = rows.Where(one => one.Id < id);
        }

        var page = await rows.OrderByDescending(one => one.Id).Take(size + 1).ToListAsync(cancellationToken);
        var ids = page.Select(one => one.Id).ToList();
        var groups = (await db.Set<SupportProgrammeGroup>().AsNoTracking().Where(one => ids.Contains(one.ProgrammeId)).ToListAsync(cancellationToken))
            .ToLookup(one => one.ProgrammeId);
        var response = new Wire.ListSupportProgrammesResponse { NextPageToken = page.Count > size ? PageToken.Make(request, page[size - 1].Id.ToString()) : "" };
        response.Programmes.AddRange(page.Take(size).Select(one => SupportMessages.Of(one, groups[one.Id], Etag.Of(one))));
        return response;
    }

    /// <summary>The programme that a request names.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>support.programme_not_found</c>.</exception>
    public async Task<ProgrammeWithGroups> RequireAsync(string name, string field, CancellationToken cancellationToken) =>
        await FindAsync(ResourceName.Parse(SupportMessages.Programmes, name, field), cancellationToken)
        ?? throw Refusal.NotFound("support.programme_not_found", "Không có chương trình hỗ trợ hoặc đợt tặng quà này.");

    /// <summary>A programme; remembered for the scope, since programmes are not changed.</summary>
    public async Task<ProgrammeWithGroups?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(id, out var programme))
        {
            var row = await db.Set<SupportProgramme>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
            programme = row is null ? null : new ProgrammeWithGroups(
                row,
                await db.Set<SupportProgrammeGroup>().AsNoTracking().Where(one => one.ProgrammeId == id).ToDictionaryAsync(one => one.Code, StringComparer.Ordinal, cancellationToken));
            known.Add(id, programme);
        }

        return programme;
    }

    static SupportProgrammeGroup GroupOf(Guid programme, Wire.SupportProgrammeGroup sent, int ordinal) => new()
    {
        ProgrammeId = programme,
        Code = sent.Code,
        Ordinal = ordinal,
        Recipient = (RecipientKind)sent.Recipient,
        CeilingVnd = sent.CeilingVnd,
        Levels = string.Join(',', sent.LevelsVnd.Select(level => level.ToString(CultureInfo.InvariantCulture))),
        CountPeople = sent.CountPeople,
    };
}
