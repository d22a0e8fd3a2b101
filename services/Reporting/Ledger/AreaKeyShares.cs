using AnSinh.Reporting.AreaMaster;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;
using AnSinh.ServiceKit.Errors;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger;

/// <summary>The shares of a key in the version that counts, by old unit and the day of its division.</summary>
public sealed class AreaKeyShares
{
    readonly ILookup<(string Code, DateOnly On), (string NewCode, Rational Share)> byOld;

    AreaKeyShares(IEnumerable<AreaKeyShare> rows) =>
        byOld = rows.ToLookup(row => (row.OldCode, row.EffectiveOn), row => (row.NewCode, new Rational(row.Numerator, row.Denominator)));

    /// <summary>Where an old unit went, and how much of it; empty where the key does not say.</summary>
    public IEnumerable<(string NewCode, Rational Share)> Of(string code, DateOnly on) => byOld[(code, on)];

    /// <summary>The key that a view names, in the version that was the newest at its moment; null when it names none.</summary>
    /// <exception cref="Refusal">NOT_FOUND <c>area.key_unknown</c>.</exception>
    public static async Task<AreaKeyShares?> FindAsync(ReportingDb db, FigureView view, CancellationToken cancellationToken)
    {
        if (view.AreaKey is not { } name)
        {
            return null;
        }

        var moment = view.AsOf ?? DateTimeOffset.MaxValue;
        var version = await db.AreaKeys.Where(row => row.Name == name && row.RecordedAt <= moment).Select(row => (int?)row.Version).MaxAsync(cancellationToken)
            ?? throw Refusal.NotFound("area.key_unknown", $"Không có khóa phân bổ địa bàn tên “{(name.Length <= 60 ? name : name[..60] + "…")}”{(view.AsOf is null ? "" : " vào thời điểm được hỏi")}.");
        return new AreaKeyShares(await db.AreaKeyShares.AsNoTracking().Where(row => row.Name == name && row.Version == version).ToListAsync(cancellationToken));
    }
}
