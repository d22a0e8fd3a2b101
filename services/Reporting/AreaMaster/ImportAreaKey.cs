using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.AreaMaster;

/// <summary>Imports a key by which divided units are shared out. The same content again changes nothing; another makes the next version.</summary>
/// <param name="db">The command's database.</param>
/// <param name="rules">What a key must be.</param>
/// <param name="caller">Who imports it.</param>
/// <param name="time">Clock.</param>
public sealed class ImportAreaKey(ReportingDb db, AreaKeyRules rules, CallerAccessor caller, TimeProvider time)
{
    /// <summary>Imports the key; the command's transaction saves it.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<Wire.AreaKey> RunAsync(Wire.ImportAreaKeyRequest request, CancellationToken cancellationToken)
    {
        if (rules.Check(request) is { Count: > 0 } violations)
        {
            throw Refusal.Invalid(violations);
        }

        var newest = await db.AreaKeys.AsNoTracking().Where(row => row.Name == request.Name).OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellationToken);
        var version = (newest?.Version ?? 0) + 1;
        var shares = request.Shares.Select(share => ToRow(share, request.Name, version)).ToList();
        if (newest is not null && newest.LegalBasis == request.LegalBasis && await IsSameAsync(newest, shares, cancellationToken))
        {
            return ToMessage(newest);
        }

        var key = new AreaKeyVersion
        {
            Name = request.Name,
            Version = version,
            LegalBasis = request.LegalBasis,
            SetBy = caller.Current.Subject,
            RecordedAt = time.GetUtcNow(),
            Units = shares.Select(share => (share.OldCode, share.EffectiveOn)).Distinct().Count(),
        };
        db.Add(key);
        db.AddRange(shares);
        // Answers that were kept used the version before.
        await LedgerState.NoteAsync(db, ImportedAreas.State, cancellationToken);
        return ToMessage(key);
    }

    async Task<bool> IsSameAsync(AreaKeyVersion newest, List<AreaKeyShare> shares, CancellationToken cancellationToken)
    {
        var known = await db.AreaKeyShares.AsNoTracking().Where(row => row.Name == newest.Name && row.Version == newest.Version).ToListAsync(cancellationToken);
        return known.Select(Content).ToHashSet().SetEquals(shares.Select(Content));
    }

    static (string, DateOnly, string, long, long) Content(AreaKeyShare share) => (share.OldCode, share.EffectiveOn, share.NewCode, share.Numerator, share.Denominator);

    static AreaKeyShare ToRow(Wire.AreaShare share, string name, int version) => new()
    {
        Name = name,
        Version = version,
        OldCode = share.OldCode,
        EffectiveOn = WireDate.ToDay(share.EffectiveOn, "effective_on")!.Value,
        NewCode = share.NewCode,
        Numerator = share.Numerator,
        Denominator = share.Denominator,
    };

    /// <summary>A version as a message.</summary>
    internal static Wire.AreaKey ToMessage(AreaKeyVersion key) => new()
    {
        Name = key.Name,
        Version = key.Version,
        LegalBasis = key.LegalBasis,
        Units = key.Units,
        RecordedAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(key.RecordedAt),
    };
}
