using System.Globalization;
using AnSinh.Contracts.Events.Support.V1;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Support.V1;

namespace AnSinh.BenefitPayments.Housing;

/// <summary>Finds, lists and shows houses, and makes their records and events.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="messages">People as messages.</param>
/// <param name="options">What the service says about its houses.</param>
/// <param name="scope">The caller's areas, for a record.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
/// <param name="time">Clock.</param>
public sealed class HousingBook<TDb>(
    TDb db, PersonMessages messages, HousingOptions<TDb> options, RecordScope scope, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
    where TDb : ServiceDb
{
    internal const string Collection = "houses";

    /// <summary>Finds the house that a request names, tracked, in the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>housing.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>.</exception>
    public async Task<HousingSupport> RequireAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(Collection, name, "name");
        var house = await db.Set<HousingSupport>().SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("housing.not_found", "Không có nhà ở được hỗ trợ này.");
        scope.Require(house.AreaCode, house.StartedOn);
        return house;
    }

    /// <summary>Gets a house.</summary>
    /// <inheritdoc cref="RequireAsync"/>
    public async Task<Wire.HousingSupport> GetAsync(Wire.GetHousingRequest request, CancellationToken cancellationToken)
    {
        var house = await RequireAsync(request.Name, cancellationToken);
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(one => one.Id == house.PersonId, cancellationToken);
        return Of(house, messages.ForQuery(person, options.ReadIdentity), Etag.Of(house));
    }

    /// <summary>Lists houses of the caller's areas, in the order in which they were made.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListHousingResponse> ListAsync(Wire.ListHousingRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var rows = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode)
            .Apply(db.Set<HousingSupport>().AsNoTracking(), one => one.AreaCode, one => one.StartedOn);
        if (request.State != Wire.HousingState.Unspecified)
        {
            var state = (HousingState)request.State;
            rows = rows.Where(one => one.State == state);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } after)
        {
            var id = Guid.Parse(after[0], CultureInfo.InvariantCulture);
            rows = rows.Where(one => one.Id > id);
        }

        var page = await rows.OrderBy(one => one.Id).Take(size + 1).ToListAsync(cancellationToken);
        var ids = page.Select(one => one.PersonId).ToList();
        var people = await db.Set<Person>().AsNoTracking().Where(one => EF.Parameter(ids).Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
        var response = new Wire.ListHousingResponse { NextPageToken = page.Count > size ? PageToken.Make(request, page[size - 1].Id.ToString()) : "" };
        response.Houses.AddRange(page.Take(size).Select(one => Of(one, messages.ForQuery(people[one.PersonId], options.ReadIdentity), Etag.Of(one))));
        return response;
    }

    /// <summary>The house for the answer to a command.</summary>
    public Wire.HousingSupport ForCommand(HousingSupport house, Person person) => Of(house, messages.ForCommand(person), EtagAfterSaving.Of(db, house));

    /// <summary>A new record.</summary>
    internal HousingSupport Make(HousingDraft draft, Guid person)
    {
        var now = time.GetUtcNow();
        return new HousingSupport
        {
            Id = TimeOrderedId.Next(time),
            NaturalKey = HousingSupport.KeyOf(person, draft),
            Beneficiary = draft.Beneficiary,
            PersonId = person,
            AreaCode = draft.AreaCode,
            Fund = draft.Fund,
            Work = draft.Work,
            AmountVnd = draft.AmountVnd,
            StartedOn = draft.StartedOn,
            CompletedOn = draft.CompletedOn,
            State = draft.CompletedOn is null ? HousingState.Started : HousingState.Completed,
            Reason = "",
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    /// <summary>The row of the event that tells of a finished house; the house remembers it.</summary>
    internal OutboxRow Told(HousingSupport house)
    {
        var day = house.CompletedOn!.Value;
        var row = db.Draft(
            new HousingCompleted
            {
                Beneficiary = house.Beneficiary == HousingBeneficiary.Merit ? "merit" : "poor_household",
                Fund = house.Fund,
                Work = house.Work == HousingWork.Build ? "build" : "repair",
                AmountVnd = house.AmountVnd,
            },
            house.Id, day, CommuneOnDay.Of(areas, house.AreaCode, house.StartedOn, day));
        house.ToldBy = row.EventId;
        return row;
    }

    static Wire.HousingSupport Of(HousingSupport house, AnSinh.Contracts.Common.V1.Person person, string etag) => new()
    {
        Name = ResourceName.Format(Collection, house.Id),
        Beneficiary = (Wire.HousingBeneficiary)house.Beneficiary,
        Person = person,
        AreaCode = house.AreaCode,
        Fund = house.Fund,
        Work = (Wire.HousingWork)house.Work,
        AmountVnd = house.AmountVnd,
        StartedOn = WireDate.Of(house.StartedOn),
        CompletedOn = house.CompletedOn is { } day ? WireDate.Of(day) : null,
        State = (Wire.HousingState)house.State,
        Reason = house.Reason,
        Etag = etag,
        CreateTime = Timestamp.FromDateTimeOffset(house.CreatedAt),
    };
}
