using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.BenefitPayments.Recovery;

/// <summary>Why too much was paid; stored by number.</summary>
public enum OverpaymentCause
{
    /// <summary>The person had died.</summary>
    Died = 1,

    /// <summary>One of two entitlements excludes the other.</summary>
    DoubleEntitlement = 2,

    /// <summary>The level was reduced for months already paid.</summary>
    LevelReduced = 3,

    /// <summary>Fraud.</summary>
    Fraud = 4,

    /// <summary>Something else.</summary>
    Other = 5,
}

/// <summary>An overpayment to be recovered (phải thu): assessed, received in instalments, waived.</summary>
public sealed class RecoveryRecord : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Benefit scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>Entitlement.</summary>
    public required Guid EntitlementId { get; init; }

    /// <summary>Commune of the entitlement.</summary>
    public required string AreaCode { get; init; }

    /// <summary>A day on which the commune bore that code.</summary>
    public required DateOnly AreaOn { get; init; }

    /// <summary>To be recovered, in VND.</summary>
    public required long AmountVnd { get; init; }

    /// <summary>Received, in VND.</summary>
    public long ReceivedVnd { get; set; }

    /// <summary>Waived, in VND.</summary>
    public long WaivedVnd { get; set; }

    /// <summary>Why.</summary>
    public required OverpaymentCause Cause { get; init; }

    /// <summary>Decision.</summary>
    public required string DecisionNo { get; init; }

    /// <summary>Day of the decision.</summary>
    public required DateOnly AssessedOn { get; init; }

    /// <summary>When the record was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Still to be received, in VND.</summary>
    public long OutstandingVnd => AmountVnd - ReceivedVnd - WaivedVnd;
}

/// <summary>Money of a recovery that came back, or that is no longer claimed.</summary>
public sealed class RecoveryEntry
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Recovery.</summary>
    public required Guid RecoveryId { get; init; }

    /// <summary>VND.</summary>
    public required long AmountVnd { get; init; }

    /// <summary>Whether it is waived; else received.</summary>
    public required bool Waived { get; init; }

    /// <summary>Day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Voucher of a receipt, or reason of a waiver.</summary>
    public required string Basis { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string Actor { get; init; }
}

/// <summary>How recoveries stand in the database.</summary>
static class RecoveryMap
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<RecoveryRecord>(recovery =>
        {
            recovery.ToTable("recovery").HasKey(e => e.Id);
            recovery.Property(e => e.Id).ValueGeneratedNever();
            recovery.Property(e => e.Scheme).HasMaxLength(40).IsUnicode(false);
            recovery.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            recovery.Property(e => e.DecisionNo).HasMaxLength(50);
            recovery.Ignore(e => e.OutstandingVnd);
            recovery.HasIndex(e => e.EntitlementId);
        });
        model.Entity<RecoveryEntry>(entry =>
        {
            entry.ToTable("recovery_entry").HasKey(e => e.Id);
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.Basis).HasMaxLength(500);
            entry.HasIndex(e => e.RecoveryId);
        });
    }
}
