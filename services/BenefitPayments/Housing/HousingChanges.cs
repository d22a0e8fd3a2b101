using AnSinh.Contracts.Events.Support.V1;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Support.V1;

namespace AnSinh.BenefitPayments.Housing;

/// <summary>Records, finishes and voids houses.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds and makes records.</param>
/// <param name="rules">What a house must look like.</param>
/// <param name="registry">Finds and makes people.</param>
/// <param name="options">What the service says about its houses.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="time">Clock.</param>
public sealed class HousingChanges<TDb>(
    TDb db, HousingBook<TDb> book, HousingRules rules, PersonRegistry<TDb> registry, HousingOptions<TDb> options, AreaDirectory areas, RecordScope scope,
    TimeProvider time)
    where TDb : ServiceDb
{
    const int LongestReason = 200;

    /// <summary>Records a house.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; PERMISSION_DENIED <c>area.out_of_scope</c>; ALREADY_EXISTS <c>housing.duplicate</c>.</exception>
    public async Task<Wire.HousingSupport> RecordAsync(Wire.RecordHousingRequest request, CancellationToken cancellationToken)
    {
        var found = new List<Violation>();
        if (rules.Check(request.Housing, options.Beneficiary, VietnamDay.Today(time), found) is not { } draft)
        {
            throw Refusal.Invalid(found);
        }

        scope.Require(draft.AreaCode, draft.StartedOn);
        var person = await registry.FindOrRegisterAsync(draft.Person, cancellationToken);
        var house = book.Make(draft, person.Id);
        if (await db.Set<HousingSupport>().AnyAsync(one => one.NaturalKey == house.NaturalKey, cancellationToken))
        {
            throw Refusal.AlreadyExists("housing.duplicate", "Nhà ở này của cùng người, cùng hình thức và ngày khởi công đã được ghi.");
        }

        db.Add(house);
        Tell(house);
        return book.ForCommand(house, person);
    }

    /// <summary>Says that a house is finished.</summary>
    /// <exception cref="Refusal">As <see cref="HousingBook{TDb}.RequireAsync"/>; FAILED_PRECONDITION <c>housing.not_started</c>; INVALID_ARGUMENT
    /// <c>housing.completed_on_invalid</c>; ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<Wire.HousingSupport> CompleteAsync(Wire.CompleteHousingRequest request, CancellationToken cancellationToken)
    {
        var house = await book.RequireAsync(request.Name, cancellationToken);
        if (house.State != HousingState.Started)
        {
            throw Refusal.Precondition("housing.not_started", "Chỉ nhà ở đang làm mới ghi được ngày hoàn thành.");
        }

        Etag.Check(house, request.Etag, "etag");
        var found = new List<Violation>();
        var day = WireDate.ToDay(request.CompletedOn, "completed_on", found);
        HousingRules.CheckCompletion(day ?? DateOnly.MinValue, house.StartedOn, VietnamDay.Today(time), "completed_on", found);
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        house.CompletedOn = day;
        house.State = HousingState.Completed;
        house.UpdatedAt = time.GetUtcNow();
        Tell(house);
        return book.ForCommand(house, await PersonOf(house, cancellationToken));
    }

    /// <summary>Voids a house that should not have been recorded.</summary>
    /// <exception cref="Refusal">As <see cref="HousingBook{TDb}.RequireAsync"/>; FAILED_PRECONDITION <c>housing.voided</c>; INVALID_ARGUMENT
    /// <c>reason.invalid</c>; ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<Wire.HousingSupport> VoidAsync(Wire.VoidHousingRequest request, CancellationToken cancellationToken)
    {
        var house = await book.RequireAsync(request.Name, cancellationToken);
        if (house.State == HousingState.Voided)
        {
            throw Refusal.Precondition("housing.voided", "Nhà ở này đã bị hủy, không thể thay đổi nữa.");
        }

        Etag.Check(house, request.Etag, "etag");
        house.Reason = request.Reason.Trim() is { Length: > 0 and <= LongestReason } reason
            ? reason
            : throw Refusal.Invalid("reason", "reason.invalid", $"Phải ghi lý do, từ 1 đến {LongestReason} ký tự.");
        house.State = HousingState.Voided;
        house.UpdatedAt = time.GetUtcNow();
        if (house is { ToldBy: { } told, CompletedOn: { } day })
        {
            db.Emit(new HousingVoided { Replaces = told }, house.Id, day, CommuneOnDay.Of(areas, house.AreaCode, house.StartedOn, day), told);
        }

        return book.ForCommand(house, await PersonOf(house, cancellationToken));
    }

    void Tell(HousingSupport house)
    {
        if (house.State == HousingState.Completed)
        {
            db.Add(book.Told(house));
        }
    }

    Task<Person> PersonOf(HousingSupport house, CancellationToken cancellationToken) =>
        db.Set<Person>().AsNoTracking().SingleAsync(one => one.Id == house.PersonId, cancellationToken);
}
