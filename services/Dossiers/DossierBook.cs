using AnSinh.Contracts.Events.Dossiers.V1;
using AnSinh.Dossiers.Deadlines;
using AnSinh.Dossiers.Workflow;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Dossiers;

/// <summary>What the use cases of dossiers have in common: finding the record in the caller's areas, deadlines, telling of it, its history.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="register">The register.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="time">Clock.</param>
public sealed class DossierBook<TDb>(TDb db, RegisterOf<TDb> register, RecordScope scope, AreaDirectory areas, TimeProvider time)
    where TDb : ServiceDb
{
    const int LongestReason = 500;

    /// <summary>The register.</summary>
    public DossierRegister Register => register.Value;

    /// <summary>Today.</summary>
    public DateOnly Today => VietnamDay.Today(time);

    /// <summary>Finds the dossier that a request names, in the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>dossier.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>.</exception>
    public async Task<Dossier> FindAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(DossierNames.Collection, name, "name");
        var dossier = await db.Set<Dossier>().SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("dossier.not_found", "Không có hồ sơ này.");
        scope.Require(dossier.AreaCode, dossier.ReceivedOn);
        return dossier;
    }

    /// <summary>Finds the dossier that a change is about, in the version that the caller has seen.</summary>
    /// <exception cref="Refusal">As <see cref="FindAsync"/>; ABORTED <c>etag.mismatch</c>; FAILED_PRECONDITION <c>dossier.released</c>.</exception>
    public async Task<Dossier> FindToChangeAsync(string name, string etag, CancellationToken cancellationToken)
    {
        var dossier = await FindAsync(name, cancellationToken);
        if (dossier.IsReleased)
        {
            throw Refusal.Precondition("dossier.released", $"Hồ sơ {DossierWorkflow.TextOf(dossier.State)}, không thể thay đổi nữa.");
        }

        Etag.Check(dossier, etag, "etag");
        return dossier;
    }

    /// <summary>The deadlines in force.</summary>
    public Task<DeadlineSchedule> DeadlinesAsync(CancellationToken cancellationToken) => DeadlineSchedule.ReadAsync(db, Register, cancellationToken);

    /// <summary>Tells something of a dossier on a day, where its commune lies on that day, after what was told of it before.</summary>
    public void Tell(Dossier dossier, object record, DateOnly on) => dossier.ToldBy = db.Emit(
        record, dossier.Id, on, CommuneOnDay.Of(areas, dossier.AreaCode, dossier.ReceivedOn, on), dossier.ToldBy == Guid.Empty ? null : dossier.ToldBy);

    /// <summary>Writes a step into the history.</summary>
    public void Note(Dossier dossier, DossierState from, DossierState to, string reason) => db.Add(new DossierStep
    {
        Id = TimeOrderedId.Next(time),
        DossierId = dossier.Id,
        FromState = from,
        ToState = to,
        At = time.GetUtcNow(),
        Actor = db.Origin.Actor,
        Reason = reason,
    });

    /// <summary>The event that tells of a dossier registered or taken over.</summary>
    public static DossierRegistered Registered(Dossier dossier) => new()
    {
        Register = dossier.Register,
        Category = dossier.Category,
        AppraisedOn = dossier.AppraisedOn,
        DigitisedOn = dossier.DigitisedOn,
    };

    /// <summary>A reason, tidy.</summary>
    /// <param name="reason">As sent.</param>
    /// <param name="required">Whether it must be given.</param>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>reason.invalid</c>.</exception>
    public static string Reason(string reason, bool required)
    {
        var tidy = reason.Trim();
        return tidy.Length <= LongestReason && (tidy.Length > 0 || !required)
            ? tidy
            : throw Refusal.Invalid("reason", "reason.invalid", $"Phải ghi lý do, từ 1 đến {LongestReason} ký tự.");
    }
}

/// <summary>Names of dossiers on the wire.</summary>
public static class DossierNames
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "dossiers";

    /// <summary>The name of a dossier.</summary>
    public static string Of(Guid id) => ResourceName.Format(Collection, id);
}
