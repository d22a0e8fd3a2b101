namespace AnSinh.Dossiers.Workflow;

/// <summary>One step that a dossier made; append-only.</summary>
public sealed class DossierStep
{
    /// <summary>Time-ordered key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Dossier.</summary>
    public required Guid DossierId { get; init; }

    /// <summary>State that it left.</summary>
    public DossierState FromState { get; init; }

    /// <summary>State that it reached.</summary>
    public DossierState ToState { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Account that did it.</summary>
    public required string Actor { get; init; }

    /// <summary>Why; empty where no reason was given.</summary>
    public required string Reason { get; init; }
}
