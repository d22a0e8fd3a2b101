using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Joins two person keys: whoever was counted under the former counts under the canonical one from now on, for the past too. Chains
/// are flat: a canonical key is never itself a former one. The joins themselves are kept too, with their moments (<see cref="PersonJoins"/>).
/// </summary>
static class PersonAliases
{
    public static async Task JoinAsync(ReportingDb db, PersonJoinRow join, CancellationToken cancellationToken)
    {
        if (await db.PersonJoins.AnyAsync(row => row.EventId == join.EventId, cancellationToken))
        {
            return;
        }

        db.Add(join);
        // Two sources may identify people at once, on two instances even: each must see what the other has joined, or chains grow.
        await DatabaseTurn.TakeAsync(db, cancellationToken);
        var canonical = await CanonicalAsync(db, join.Canonical, cancellationToken);
        var former = await CanonicalAsync(db, join.Former, cancellationToken);
        if (canonical != former)
        {
            await db.PersonAliases.Where(row => row.Canonical == former)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Canonical, canonical), cancellationToken);
            db.Add(new PersonAliasRow { Former = former, Canonical = canonical });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    static async Task<Guid> CanonicalAsync(ReportingDb db, Guid person, CancellationToken cancellationToken) =>
        await db.PersonAliases.Where(row => row.Former == person).Select(row => (Guid?)row.Canonical).SingleOrDefaultAsync(cancellationToken) ?? person;
}
