using AnSinh.Reporting.Data;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Joins two person keys: whoever was counted under the former counts under the canonical one from now on, for the past too. Chains
/// are flat: a canonical key is never itself a former one.
/// </summary>
static class PersonAliases
{
    // Cells where the person stands under both keys first, then the rest moves; the same text runs on both databases.
    const string AddWhereBoth = $"""
        UPDATE presence SET "count" = "count" + (SELECT f."count" FROM presence AS f {SameCell})
        WHERE person = @canonical AND EXISTS (SELECT 1 FROM presence AS f {SameCell})
        """;

    const string RemoveWhereBoth = """
        DELETE FROM presence WHERE person = @former AND EXISTS (
            SELECT 1 FROM presence AS c WHERE c.measure = presence.measure AND c.area_code = presence.area_code AND c.day = presence.day
                AND c.dims = presence.dims AND c.person = @canonical)
        """;

    const string Move = "UPDATE presence SET person = @canonical WHERE person = @former";

    const string SameCell = """
        WHERE f.measure = presence.measure AND f.area_code = presence.area_code AND f.day = presence.day AND f.dims = presence.dims AND f.person = @former
        """;

    public static async Task JoinAsync(ReportingDb db, PersonAliasRow alias, CancellationToken cancellationToken)
    {
        var canonical = await CanonicalAsync(db, alias.Canonical, cancellationToken);
        var former = await CanonicalAsync(db, alias.Former, cancellationToken);
        if (canonical == former)
        {
            return;
        }

        await db.PersonAliases.Where(row => row.Canonical == former)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Canonical, canonical), cancellationToken);
        db.Add(new PersonAliasRow { Former = former, Canonical = canonical });
        await db.SaveChangesAsync(cancellationToken);
        foreach (var statement in (string[])[AddWhereBoth, RemoveWhereBoth, Move])
        {
            await using var command = db.Command(statement);
            Add(command, "@canonical", canonical);
            Add(command, "@former", former);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    static async Task<Guid> CanonicalAsync(ReportingDb db, Guid person, CancellationToken cancellationToken) =>
        await db.PersonAliases.Where(row => row.Former == person).Select(row => (Guid?)row.Canonical).SingleOrDefaultAsync(cancellationToken) ?? person;

    static void Add(System.Data.Common.DbCommand command, string name, Guid person)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = person.ToByteArray(true);
        command.Parameters.Add(parameter);
    }
}
