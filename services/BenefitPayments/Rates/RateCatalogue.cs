using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.BenefitPayments.Rates;

/// <summary>Finds the levels of a scheme, and loads those that come with the build.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="time">Clock.</param>
public sealed class RateCatalogue<TDb>(TDb db, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>The levels of a scheme that may be used today.</summary>
    public async Task<RateTable> TableAsync(string scheme, CancellationToken cancellationToken) => new(
        await db.Set<BenefitRate>().AsNoTracking().Where(rate => rate.Scheme == scheme).ToListAsync(cancellationToken), VietnamDay.Today(time));

    /// <summary>Adds the levels that come with the build and are missing; inside a unit of work. Nothing that is there changes.</summary>
    public async Task EnsureAsync(BenefitScheme scheme, CancellationToken cancellationToken)
    {
        if (scheme.BuiltInRates is not { } read)
        {
            return;
        }

        var known = await db.Set<BenefitRate>().AsNoTracking().Where(rate => rate.Scheme == scheme.Code)
            .Select(rate => new { rate.Category, rate.Kind, rate.ProvinceCode, rate.LegalBasis }).ToListAsync(cancellationToken);
        var there = known.Where(rate => rate.ProvinceCode.Length == 0).Select(rate => (rate.Category, rate.Kind, rate.LegalBasis)).ToHashSet();
        foreach (var rate in read().Where(rate => !there.Contains((rate.Category, rate.Kind, rate.Basis.LegalBasis))))
        {
            db.Add(Of(scheme, rate));
        }
    }

    BenefitRate Of(BenefitScheme scheme, BuiltInRate one)
    {
        var rate = new BenefitRate
        {
            Id = TimeOrderedId.Next(time),
            Scheme = scheme.Code,
            Category = one.Category,
            ReportCategory = one.ReportCategory,
            Kind = one.Kind,
            Value = one.Value,
            ProvinceCode = "",
            SignedOn = one.Basis.SignedOn,
            InForceOn = one.Basis.InForceOn,
            AppliedFrom = one.Basis.AppliedFrom,
            AppliedTo = one.Basis.AppliedTo,
            LegalBasis = one.Basis.LegalBasis,
            EnteredBy = BenefitRate.BuildAccount,
            EnteredAt = time.GetUtcNow(),
        };
        if (one.Basis.Confirmed)
        {
            rate.Confirm(BenefitRate.BuildAccount, time.GetUtcNow());
        }

        return rate;
    }
}
