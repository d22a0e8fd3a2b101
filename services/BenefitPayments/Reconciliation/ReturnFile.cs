using Microsoft.EntityFrameworkCore;

namespace AnSinh.BenefitPayments.Reconciliation;

/// <summary>What a line of a return file is; the numbers of ansinh.payments.v1.ReturnLineState.</summary>
public enum ReturnLineState
{
    /// <summary>Paid as listed.</summary>
    Matched = 1,

    /// <summary>Not paid.</summary>
    Unpaid = 2,

    /// <summary>Another amount than listed.</summary>
    AmountDiffers = 3,

    /// <summary>Says a second time, or otherwise, what was said of the payment before.</summary>
    Duplicate = 4,

    /// <summary>The run has no such payment.</summary>
    UnknownLine = 5,

    /// <summary>Paid as listed to somebody who had died before the month.</summary>
    DeadAfterPayment = 6,

    /// <summary>Came back.</summary>
    Returned = 7,
}

/// <summary>A return file that was booked.</summary>
public sealed class ReturnFile
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>SHA-256 of the file; unique within the run.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>Lines.</summary>
    public required int Lines { get; init; }

    /// <summary>How many lines ended in which state, as <c>state:lines:amount;…</c>.</summary>
    public required string Counts { get; init; }

    /// <summary>Who sent it.</summary>
    public required string ImportedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset ImportedAt { get; init; }
}

/// <summary>A line of a booked return file that needs a person's eye. Key: file and line.</summary>
public sealed class ReturnProblem
{
    /// <summary>File.</summary>
    public required Guid FileId { get; init; }

    /// <summary>Line in the file.</summary>
    public required int FileLine { get; init; }

    /// <summary>Payment that it names.</summary>
    public required int LineNo { get; init; }

    /// <summary>What is the matter.</summary>
    public required ReturnLineState State { get; init; }

    /// <summary>Amount listed in VND; 0 when the payment is not known.</summary>
    public required long ListedVnd { get; init; }

    /// <summary>Amount reported in VND.</summary>
    public required long ReportedVnd { get; init; }
}

/// <summary>How return files stand in the database.</summary>
static class ReturnFileMap
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<ReturnFile>(file =>
        {
            file.ToTable("return_file").HasKey(e => e.Id);
            file.Property(e => e.Id).ValueGeneratedNever();
            file.Property(e => e.Hash).HasColumnType("binary(32)");
            file.Property(e => e.Counts).HasMaxLength(300).IsUnicode(false);
            file.HasIndex(e => new { e.RunId, e.Hash }).IsUnique();
        });
        model.Entity<ReturnProblem>(problem =>
        {
            problem.ToTable("return_problem").HasKey(e => new { e.FileId, e.FileLine });
            problem.Property(e => e.FileLine).ValueGeneratedNever();
        });
    }
}
