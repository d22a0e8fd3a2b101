using AnSinh.Contracts.Events.Merit.V1;
using AnSinh.MeritoriousPersons.Data;
using AnSinh.MeritoriousPersons.Persons;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.Reburials;

/// <summary>Records, finds and voids reburials.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="rules">What a reburial must look like.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="time">Clock.</param>
public sealed class ReburialBook(MeritDb db, ReburialRules rules, RecordScope scope, TimeProvider time)
{
    /// <summary>Records a reburial.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; PERMISSION_DENIED <c>area.out_of_scope</c>; ALREADY_EXISTS
    /// <c>reburial.grave_taken</c>.</exception>
    public async Task<Reburial> RecordAsync(Wire.RecordReburialRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Reburial ?? new Wire.Reburial();
        var found = new List<Violation>();
        var day = rules.Check(sent, VietnamDay.Today(time), found) ?? throw Refusal.Invalid(found);
        scope.Require(sent.AreaCode, day);
        var reburial = Of(sent, day);
        await RequireFreeAsync(reburial, cancellationToken);
        reburial.BookedBy = db.Emit(
            new RemainsReburied { Identification = NameOf(reburial.Identification), FoundIn = NameOf(reburial.FoundIn) },
            reburial.Id, reburial.ReburiedOn, reburial.AreaCode);
        db.Add(reburial);
        return reburial;
    }

    /// <summary>Finds the reburial that a request names.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>reburial.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>.</exception>
    public async Task<Reburial> FindAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(ReburialMessages.Collection, name, "name");
        var reburial = await db.Reburials.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("reburial.not_found", "Không có bản ghi an táng này.");
        scope.Require(reburial.AreaCode, reburial.ReburiedOn);
        return reburial;
    }

    /// <summary>Voids a reburial; what was told of it is booked back.</summary>
    /// <exception cref="Refusal">As <see cref="FindAsync"/>; FAILED_PRECONDITION <c>reburial.voided</c>; ABORTED <c>etag.mismatch</c>;
    /// INVALID_ARGUMENT <c>reason.invalid</c>.</exception>
    public async Task<Reburial> VoidAsync(Wire.VoidReburialRequest request, CancellationToken cancellationToken)
    {
        var reburial = await FindAsync(request.Name, cancellationToken);
        if (reburial.IsVoided)
        {
            throw Refusal.Precondition("reburial.voided", "Bản ghi an táng này đã bị hủy.");
        }

        Etag.Check(reburial, request.Etag, "etag");
        reburial.VoidReason = VoidReasons.Require(request.Reason);
        reburial.IsVoided = true;
        reburial.UpdatedAt = time.GetUtcNow();
        db.Emit(new ReburialVoided { Replaces = reburial.BookedBy }, reburial.Id, reburial.ReburiedOn, reburial.AreaCode, reburial.BookedBy);
        return reburial;
    }

    async Task RequireFreeAsync(Reburial reburial, CancellationToken cancellationToken)
    {
        if (reburial.Grave is { } grave && await db.Reburials.AsNoTracking().AnyAsync(
            one => one.Cemetery == reburial.Cemetery && one.AreaCode == reburial.AreaCode && one.Grave == grave && !one.IsVoided, cancellationToken))
        {
            throw Refusal.AlreadyExists("reburial.grave_taken", $"Mộ {grave} tại {reburial.Cemetery} đã có một liệt sĩ được an táng.");
        }
    }

    Reburial Of(Wire.Reburial sent, DateOnly day) => new()
    {
        Id = TimeOrderedId.Next(time),
        ReburiedOn = day,
        AreaCode = sent.AreaCode,
        Identification = (Identification)sent.Identification,
        MartyrName = sent.MartyrName.Trim(),
        FoundIn = (FoundIn)sent.FoundIn,
        Cemetery = sent.Cemetery.Trim(),
        Grave = sent.Grave.Trim() is { Length: > 0 } grave ? grave : null,
        VoidReason = "",
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };

    static string NameOf(Identification identification) => identification switch
    {
        Identification.Named => "named",
        Identification.PartlyNamed => "partly_named",
        _ => "unknown",
    };

    static string NameOf(FoundIn place) => place switch
    {
        FoundIn.Domestic => "domestic",
        FoundIn.Laos => "laos",
        FoundIn.Cambodia => "cambodia",
        _ => "other",
    };
}
