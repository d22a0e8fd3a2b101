using System.Globalization;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Support.V1;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>Finds, lists and sums up entries of support lists.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="programmes">Finds programmes.</param>
/// <param name="messages">People as messages.</param>
/// <param name="permissions">Who may see numbers whole.</param>
/// <param name="scope">The caller's areas, for a record.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
public sealed class EntryReading<TDb>(
    TDb db, ProgrammeBook<TDb> programmes, PersonMessages messages, SupportListsPermissions<TDb> permissions, RecordScope scope,
    AreaDirectory areas, CallerAccessor caller)
    where TDb : ServiceDb
{
    /// <summary>Finds the entry that a request names, tracked, in the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>support.entry_not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>.</exception>
    public async Task<SupportEntry> RequireAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(SupportMessages.Entries, name, "name");
        var entry = await db.Set<SupportEntry>().SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("support.entry_not_found", "Không có suất hỗ trợ này trong danh sách.");
        scope.Require(entry.AreaCode, entry.DeclaredOn);
        return entry;
    }

    /// <summary>Gets an entry.</summary>
    /// <inheritdoc cref="RequireAsync"/>
    public async Task<Wire.SupportEntry> GetAsync(Wire.GetSupportEntryRequest request, CancellationToken cancellationToken)
    {
        var entry = await RequireAsync(request.Name, cancellationToken);
        var person = entry.PersonId is { } id ? await db.Set<Person>().AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken) : null;
        return SupportMessages.Of(entry, person is null ? null : messages.ForQuery(person, permissions.ReadIdentity), Etag.Of(entry));
    }

    /// <summary>The entry for the answer to a command.</summary>
    public async Task<Wire.SupportEntry> ForCommandAsync(SupportEntry entry, CancellationToken cancellationToken)
    {
        var person = entry.PersonId is { } id ? await db.Set<Person>().AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken) : null;
        return SupportMessages.Of(entry, person is null ? null : messages.ForCommand(person), EtagAfterSaving.Of(db, entry));
    }

    /// <summary>Lists entries of a programme in the caller's areas, in the order in which they were made.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; NOT_FOUND <c>support.programme_not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListSupportEntriesResponse> ListAsync(Wire.ListSupportEntriesRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var rows = await RowsAsync(request.Programme, request.AreaCode, cancellationToken);
        if (request.State != Wire.SupportEntryState.Unspecified)
        {
            var state = (SupportEntryState)request.State;
            rows = rows.Where(one => one.State == state);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } after)
        {
            var id = Guid.Parse(after[0], CultureInfo.InvariantCulture);
            rows = rows.Where(one => one.Id > id);
        }

        var page = await rows.OrderBy(one => one.Id).Take(size + 1).ToListAsync(cancellationToken);
        var ids = page.Select(one => one.PersonId).OfType<Guid>().ToList();
        var people = await db.Set<Person>().AsNoTracking().Where(one => EF.Parameter(ids).Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
        var response = new Wire.ListSupportEntriesResponse { NextPageToken = page.Count > size ? PageToken.Make(request, page[size - 1].Id.ToString()) : "" };
        response.Entries.AddRange(page.Take(size).Select(one => SupportMessages.Of(
            one, one.PersonId is { } id ? messages.ForQuery(people[id], permissions.ReadIdentity) : null, Etag.Of(one))));
        return response;
    }

    /// <summary>Sums a programme up by group and state.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<Wire.SupportTotals> TotalsAsync(Wire.GetSupportTotalsRequest request, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(request.Programme, request.AreaCode, cancellationToken);
        var sums = await rows.GroupBy(one => new { one.GroupCode, one.State })
            .Select(group => new { group.Key.GroupCode, group.Key.State, Entries = group.LongCount(), Amount = group.Sum(one => one.AmountVnd) })
            .ToListAsync(cancellationToken);
        var totals = new Wire.SupportTotals();
        totals.Totals.AddRange(sums.OrderBy(one => one.GroupCode, StringComparer.Ordinal).ThenBy(one => one.State).Select(one => new Wire.SupportTotal
        {
            Group = one.GroupCode,
            State = (Wire.SupportEntryState)one.State,
            Entries = one.Entries,
            AmountVnd = one.Amount,
        }));
        return totals;
    }

    async Task<IQueryable<SupportEntry>> RowsAsync(string name, string areaCode, CancellationToken cancellationToken)
    {
        var programme = (await programmes.RequireAsync(name, "programme", cancellationToken)).Programme.Id;
        var filter = AreaFilter.Of(areas, caller.Current.Areas, areaCode);
        return filter.Apply(db.Set<SupportEntry>().AsNoTracking().Where(one => one.ProgrammeId == programme), one => one.AreaCode, one => one.DeclaredOn);
    }
}
