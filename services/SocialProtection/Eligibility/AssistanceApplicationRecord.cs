using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.SocialProtection.Eligibility;

/// <summary>Where an application stands; stored by number.</summary>
public enum ApplicationState
{
    /// <summary>Meets a clause.</summary>
    Eligible = 1,

    /// <summary>Meets none.</summary>
    NotEligible = 2,

    /// <summary>Met one, and no longer does.</summary>
    Ended = 3,
}

/// <summary>An application for monthly social assistance with its assessment.</summary>
public sealed class AssistanceApplicationRecord : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who applied.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Commune, as it was on <see cref="AppliedOn"/>.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Day of the application.</summary>
    public DateOnly AppliedOn { get; init; }

    /// <summary>What the applicant said, as the message's bytes, encrypted: health and family.</summary>
    public required byte[] SealedFacts { get; init; }

    /// <summary>Clauses met, as <c>category:multiplier</c>, separated by commas; empty for none.</summary>
    public required string Findings { get; init; }

    /// <summary>Where it stands.</summary>
    public ApplicationState State { get; set; }

    /// <summary>Why not, or no longer; empty otherwise.</summary>
    public required string Reason { get; set; }

    /// <summary>First day without eligibility.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>How applications stand in the database.</summary>
static class ApplicationMap
{
    public static void Apply(ModelBuilder model) => model.Entity<AssistanceApplicationRecord>(application =>
    {
        application.ToTable("assistance_application").HasKey(e => e.Id);
        application.Property(e => e.Id).ValueGeneratedNever();
        application.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
        application.Property(e => e.SealedFacts).HasMaxLength(400);
        application.Property(e => e.Findings).HasMaxLength(400).IsUnicode(false);
        application.HasIndex(e => new { e.PersonId, e.AppliedOn }).IsUnique();
        application.HasIndex(e => new { e.AreaCode, e.AppliedOn });
    });
}
