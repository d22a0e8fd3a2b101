using AnSinh.BenefitPayments.Entitlements;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.BenefitPayments.Runs;

/// <summary>An entitlement as a run reads it.</summary>
public sealed class DueRow
{
    /// <summary>Entitlement.</summary>
    public required Guid Id { get; init; }

    /// <summary>Beneficiary.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Beneficiary's key in events.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Beneficiary's name.</summary>
    public required string FullName { get; init; }

    /// <summary>Day of death; null while alive.</summary>
    public DateOnly? DiedOn { get; init; }

    /// <summary>Commune, as of the run's month once read.</summary>
    public required string AreaCode { get; set; }

    /// <summary>A day on which the commune bore that code.</summary>
    public required DateOnly AreaOn { get; init; }

    /// <summary>Province of its own standard; empty for none.</summary>
    public string Province { get; set; } = "";

    /// <summary>Category.</summary>
    public required string Category { get; init; }

    /// <summary>Coarse category.</summary>
    public required string ReportCategory { get; init; }

    /// <summary>Multiplier in thousandths.</summary>
    public required int Multiplier { get; init; }

    /// <summary>VND a month; null for a level of the schedule.</summary>
    public long? FixedAmountVnd { get; init; }

    /// <summary>Last month of the right; null while open.</summary>
    public int? EndMonth { get; init; }

    /// <summary>First month that the service pays.</summary>
    public required int PayableFrom { get; init; }

    /// <summary>Last month settled.</summary>
    public required int SettledThrough { get; init; }

    /// <summary>First month without payment; null unless suspended.</summary>
    public int? SuspendedFrom { get; init; }

    /// <summary>When the settled months were compared; null when they must be.</summary>
    public DateTimeOffset? ComparedAt { get; init; }

    /// <summary>How it is paid.</summary>
    public required PaymentChannel Channel { get; init; }

    /// <summary>Account, encrypted.</summary>
    public byte[]? SealedAccount { get; init; }

    /// <summary>The last month, up to a given one, that the right covers: it ends with its term, its suspension, and the month of death.</summary>
    public int LastCovered(int month)
    {
        var last = EndMonth < month ? EndMonth.Value : month;
        last = SuspendedFrom is { } suspended && suspended <= last ? PayMonth.Plus(suspended, -1) : last;
        return DiedOn is { } died && PayMonth.Of(died) < last ? PayMonth.Of(died) : last;
    }
}

/// <summary>What is due of one entitlement in one run.</summary>
public sealed class DueLine
{
    /// <summary>The entitlement.</summary>
    public required DueRow Row { get; init; }

    /// <summary>What is due for each month, ascending.</summary>
    public required IReadOnlyList<(int Month, long AmountVnd)> Months { get; init; }

    /// <summary>Last month settled once this is booked.</summary>
    public required int SettledThrough { get; init; }

    /// <summary>What settled months were paid above the levels of today, in VND.</summary>
    public required long OverpaidVnd { get; init; }

    /// <summary>Why it cannot be said; null when it can.</summary>
    public Violation? Problem { get; init; }

    /// <summary>The sum in VND.</summary>
    public long AmountVnd => Months.Sum(month => month.AmountVnd);
}
