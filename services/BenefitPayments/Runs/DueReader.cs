using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AnSinh.BenefitPayments.Entitlements;
using AnSinh.BenefitPayments.Rates;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.BenefitPayments.Runs;

/// <summary>Reads what a run needs of entitlements, as plain rows, some communes at a time.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
public sealed class DueReader<TDb>(TDb db, AreaDirectory areas)
    where TDb : ServiceDb
{
    const int Ids = 5_000;

    // Some 8,000 rows of a province of 200,000 beneficiaries: enough for one statement to pay, few enough to be garbage before it is old.
    const int Communes = 10;

    /// <summary>The entitlements of an area that something may be due of in a month (a month is not settled, or settled ones must be compared),
    /// by commune and id, in parts.</summary>
    /// <param name="scheme">Scheme.</param>
    /// <param name="areaCode">Province, district or commune.</param>
    /// <param name="month">Month, yyyymm.</param>
    /// <param name="rates">The levels.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<List<DueRow>> ReadAsync(
        string scheme, string areaCode, int month, RateTable rates, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = db.Set<Entitlement>().AsNoTracking().Where(one => one.Scheme == scheme);
        var changed = rates.ChangedAt(month) ?? DateTimeOffset.MinValue;
        var places = await PlacesAsync(all, areaCode, month, cancellationToken);
        foreach (var part in places.GroupBy(place => place.Value.Code).OrderBy(commune => commune.Key, StringComparer.Ordinal).Chunk(Communes))
        {
            var here = part.SelectMany(commune => commune).ToDictionary();
            var codes = here.Keys.Select(place => place.Item1).Distinct().ToList();
            var rows = await RowsAsync(
                all.Where(one => EF.Parameter(codes).Contains(one.AreaCode)).Where(one =>
                    (one.SettledThrough < month && (one.EndMonth == null || one.SettledThrough < one.EndMonth))
                    || one.ComparedAt == null || one.ComparedAt < changed),
                cancellationToken);
            rows = Placed(rows, here);
            rows.Sort((left, right) => string.CompareOrdinal(left.AreaCode, right.AreaCode) is var byArea and not 0 ? byArea : left.Id.CompareTo(right.Id));
            yield return rows;
        }
    }

    /// <summary>The entitlements of one person, in the communes of an area.</summary>
    /// <param name="scheme">Scheme.</param>
    /// <param name="personId">Person.</param>
    /// <param name="areaCode">Province, district or commune.</param>
    /// <param name="month">Month, yyyymm.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<List<DueRow>> ReadPersonAsync(string scheme, Guid personId, string areaCode, int month, CancellationToken cancellationToken)
    {
        var all = db.Set<Entitlement>().AsNoTracking().Where(one => one.Scheme == scheme && one.PersonId == personId);
        return Placed(await RowsAsync(all, cancellationToken), await PlacesAsync(all, areaCode, month, cancellationToken));
    }

    /// <summary>The entitlements of people who have several, whatever is settled: what exclusion is decided on.</summary>
    public async Task<ILookup<Guid, DueRow>> SeveralAsync(string scheme, int month, CancellationToken cancellationToken)
    {
        var all = db.Set<Entitlement>().AsNoTracking().Where(one => one.Scheme == scheme && one.PayableFrom <= month
            && (one.EndMonth == null || one.EndMonth >= month) && (one.SuspendedFrom == null || one.SuspendedFrom > month));
        var people = await all.GroupBy(one => one.PersonId).Where(group => group.Count() > 1).Select(group => group.Key).ToListAsync(cancellationToken);
        var rows = new List<DueRow>();
        foreach (var chunk in people.Chunk(Ids))
        {
            rows.AddRange(await RowsAsync(all.Where(one => EF.Parameter(chunk).Contains(one.PersonId)), cancellationToken));
        }

        foreach (var row in rows)
        {
            row.Province = ProvinceOf(row.AreaCode, row.AreaOn);
        }

        return rows.ToLookup(row => row.PersonId);
    }

    /// <summary>What counts as paid for each settled month, for the entitlements whose settled months must be compared with the levels.</summary>
    public async Task<Dictionary<Guid, Dictionary<int, long>>> SettledAsync(IEnumerable<DueRow> rows, RateTable rates, CancellationToken cancellationToken)
    {
        var changes = new Dictionary<int, DateTimeOffset?>();
        bool MustCompare(DueRow row)
        {
            ref var changed = ref CollectionsMarshal.GetValueRefOrAddDefault(changes, row.SettledThrough, out var known);
            changed = known ? changed : rates.ChangedAt(row.SettledThrough);
            return row.ComparedAt is null || (row.FixedAmountVnd is null && row.SettledThrough >= row.PayableFrom && changed > row.ComparedAt);
        }

        var settled = new Dictionary<Guid, Dictionary<int, long>>();
        foreach (var chunk in rows.Where(MustCompare).Select(row => row.Id).Chunk(Ids))
        {
            var months = await db.Set<PaymentMonth>().AsNoTracking().Where(one => EF.Parameter(chunk).Contains(one.EntitlementId))
                .Select(one => new { one.EntitlementId, one.Month, one.AmountVnd, one.Counts }).ToListAsync(cancellationToken);
            foreach (var month in months)
            {
                var byMonth = CollectionsMarshal.GetValueRefOrAddDefault(settled, month.EntitlementId, out _) ??= [];
                byMonth[month.Month] = byMonth.GetValueOrDefault(month.Month) + (month.Counts ? month.AmountVnd : 0);
            }
        }

        return settled;
    }

    async Task<List<DueRow>> RowsAsync(IQueryable<Entitlement> entitlements, CancellationToken cancellationToken) => await entitlements
        .Join(db.Set<Person>(), one => one.PersonId, person => person.Id, (one, person) => new DueRow
        {
            Id = one.Id,
            PersonId = one.PersonId,
            PersonKey = person.PersonKey,
            FullName = person.FullName,
            DiedOn = person.DiedOn,
            AreaCode = one.AreaCode,
            AreaOn = one.AreaOn,
            Category = one.Category,
            ReportCategory = one.ReportCategory,
            Multiplier = one.Multiplier,
            FixedAmountVnd = one.FixedAmountVnd,
            EndMonth = one.EndMonth,
            PayableFrom = one.PayableFrom,
            SettledThrough = one.SettledThrough,
            SuspendedFrom = one.SuspendedFrom,
            ComparedAt = one.ComparedAt,
            Channel = one.Channel,
            SealedAccount = one.SealedAccount,
        }).ToListAsync(cancellationToken);

    /// <summary>Communes of the entitlements that lie in the area in the month, each with its code of the month and its province.</summary>
    async Task<Dictionary<(string, DateOnly), (string Code, string Province)>> PlacesAsync(
        IQueryable<Entitlement> entitlements, string areaCode, int month, CancellationToken cancellationToken)
    {
        var places = new Dictionary<(string, DateOnly), (string, string)>();
        foreach (var place in await entitlements.Select(one => new { one.AreaCode, one.AreaOn }).Distinct().ToListAsync(cancellationToken))
        {
            var first = PayMonth.FirstDay(month);
            var on = first > place.AreaOn ? first : place.AreaOn;
            var code = CommuneOnDay.Of(areas, place.AreaCode, place.AreaOn, on);
            if (areas.IsWithin(code, areaCode, on))
            {
                places.Add((place.AreaCode, place.AreaOn), (code, ProvinceOf(code, on)));
            }
        }

        return places;
    }

    static List<DueRow> Placed(List<DueRow> rows, Dictionary<(string, DateOnly), (string Code, string Province)> places)
    {
        var inside = new List<DueRow>(rows.Count);
        foreach (var row in rows)
        {
            if (places.TryGetValue((row.AreaCode, row.AreaOn), out var place))
            {
                (row.AreaCode, row.Province) = place;
                inside.Add(row);
            }
        }

        return inside;
    }

    string ProvinceOf(string commune, DateOnly on) => areas.Find(commune, on) is { } unit
        ? areas.Ancestors(unit, on).FirstOrDefault(above => above.Level == AreaLevel.Province)?.Code ?? ""
        : "";
}
