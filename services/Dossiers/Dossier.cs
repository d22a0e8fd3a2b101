using AnSinh.Dossiers.Workflow;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Dossiers;

/// <summary>One set of papers of one person in one category (một bộ hồ sơ gốc, Decree 131/2021), with its workflow and its digital copy.</summary>
public sealed class Dossier : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Register that it belongs to.</summary>
    public required string Register { get; init; }

    /// <summary>Category of the register.</summary>
    public required string Category { get; init; }

    /// <summary>Whose dossier it is.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>0 for the person's first dossier of the category, more for those after one that was transferred out or voided.</summary>
    public int Ordinal { get; init; }

    /// <summary>Symbol on the cover as written; empty when there is none.</summary>
    public required string Symbol { get; init; }

    /// <summary>Commune, as it was on <see cref="ReceivedOn"/>.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Day on which it is held from.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>Where it stands.</summary>
    public DossierState State { get; set; }

    /// <summary>States that it has reached, one bit each, so that a dossier appraised twice counts once.</summary>
    public int ReachedStates { get; set; }

    /// <summary>Last day of the current step; null when nothing is due.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Account or unit that has it in hand.</summary>
    public required string Holder { get; set; }

    /// <summary>Account that appraised it last, who must not decide on it; empty before.</summary>
    public required string AppraisedBy { get; set; }

    /// <summary>Day on which it was first appraised; null before, or when not known of one taken over.</summary>
    public DateOnly? AppraisedOn { get; set; }

    /// <summary>How far its digital copy is.</summary>
    public DigitisationState Digitisation { get; set; }

    /// <summary>Pages of the copy; 0 when not counted.</summary>
    public int Pages { get; set; }

    /// <summary>Day on which the copy was verified; null before.</summary>
    public DateOnly? DigitisedOn { get; set; }

    /// <summary>Province that it came from; empty when it was made here.</summary>
    public required string TransferredFrom { get; init; }

    /// <summary>Province that it went to; empty unless transferred out.</summary>
    public required string TransferredTo { get; set; }

    /// <summary>Event that told of it last, which the next one must follow.</summary>
    public Guid ToldBy { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the record was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Whether it is no longer held here.</summary>
    public bool IsReleased => State is DossierState.TransferredOut or DossierState.Voided;

    /// <summary>Makes a dossier of checked content, in the state that it is taken over in.</summary>
    /// <param name="draft">Content.</param>
    /// <param name="id">Key.</param>
    /// <param name="personId">Whose.</param>
    /// <param name="ordinal">See <see cref="Ordinal"/>.</param>
    /// <param name="actor">Account that registers it; has it in hand unless the content names somebody.</param>
    /// <param name="now">Now, UTC.</param>
    public static Dossier Of(DossierDraft draft, Guid id, Guid personId, int ordinal, string actor, DateTimeOffset now) => new()
    {
        Id = id,
        Register = draft.Register,
        Category = draft.Category,
        PersonId = personId,
        Ordinal = ordinal,
        Symbol = draft.Symbol,
        AreaCode = draft.AreaCode,
        ReceivedOn = draft.ReceivedOn,
        State = draft.State,
        ReachedStates = DossierWorkflow.Passed(draft.State),
        Holder = draft.Holder.Length > 0 ? draft.Holder : actor,
        AppraisedBy = draft.State == DossierState.Appraised ? actor : "",
        AppraisedOn = draft.AppraisedOn,
        Digitisation = draft.Digitisation,
        Pages = draft.Pages,
        DigitisedOn = draft.DigitisedOn,
        TransferredFrom = draft.TransferredFrom,
        TransferredTo = "",
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Enters a state.</summary>
    /// <param name="next">State, as <see cref="DossierWorkflow"/> allows it.</param>
    /// <param name="actor">Account that did it; has it in hand from now on.</param>
    /// <param name="today">Today.</param>
    /// <param name="dueOn">Last day of the step that begins; null when nothing is due.</param>
    /// <param name="now">Now, UTC.</param>
    /// <returns>Whether the state is reached for the first time.</returns>
    public bool Enter(DossierState next, string actor, DateOnly today, DateOnly? dueOn, DateTimeOffset now)
    {
        var first = (ReachedStates & DossierWorkflow.Bit(next)) == 0;
        ReachedStates |= DossierWorkflow.Bit(next);
        (State, DueOn, Holder, UpdatedAt) = (next, dueOn, actor, now);
        if (next == DossierState.Appraised)
        {
            AppraisedBy = actor;
            AppraisedOn ??= first ? today : null;
        }

        return first;
    }
}
