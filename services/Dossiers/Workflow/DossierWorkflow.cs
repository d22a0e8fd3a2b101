namespace AnSinh.Dossiers.Workflow;

/// <summary>What somebody does with a dossier.</summary>
public enum DossierAction
{
    /// <summary>Checks and confirms it.</summary>
    Verify,

    /// <summary>Appraises it (thẩm định).</summary>
    Appraise,

    /// <summary>Approves it.</summary>
    Approve,

    /// <summary>Refuses it.</summary>
    Refuse,

    /// <summary>Gives it back to the applicant, with the result or for supplement.</summary>
    Return,

    /// <summary>Takes it back with what was missing.</summary>
    Resubmit,

    /// <summary>Sends it to another province.</summary>
    TransferOut,

    /// <summary>Voids it.</summary>
    Void,
}

/// <summary>Which action leads from which state to which: the workflow as one table (Decree 131/2021, applied alike to every register).</summary>
public static class DossierWorkflow
{
    static readonly Dictionary<(DossierState, DossierAction), DossierState> steps = new()
    {
        [(DossierState.Received, DossierAction.Verify)] = DossierState.Verified,
        [(DossierState.Verified, DossierAction.Appraise)] = DossierState.Appraised,
        [(DossierState.Appraised, DossierAction.Approve)] = DossierState.Approved,
        [(DossierState.Appraised, DossierAction.Refuse)] = DossierState.Refused,
        [(DossierState.Received, DossierAction.Return)] = DossierState.ReturnedForSupplement,
        [(DossierState.Verified, DossierAction.Return)] = DossierState.ReturnedForSupplement,
        [(DossierState.Appraised, DossierAction.Return)] = DossierState.ReturnedForSupplement,
        [(DossierState.Approved, DossierAction.Return)] = DossierState.Returned,
        [(DossierState.Refused, DossierAction.Return)] = DossierState.Returned,
        [(DossierState.ReturnedForSupplement, DossierAction.Resubmit)] = DossierState.Received,

        // Not between verification and decision: the other province would take over half a procedure.
        [(DossierState.Received, DossierAction.TransferOut)] = DossierState.TransferredOut,
        [(DossierState.ReturnedForSupplement, DossierAction.TransferOut)] = DossierState.TransferredOut,
        [(DossierState.Approved, DossierAction.TransferOut)] = DossierState.TransferredOut,
        [(DossierState.Returned, DossierAction.TransferOut)] = DossierState.TransferredOut,
    };

    /// <summary>The state that an action leads to; null when the state does not allow it.</summary>
    public static DossierState? Next(DossierState state, DossierAction action) => action == DossierAction.Void
        ? state is DossierState.TransferredOut or DossierState.Voided ? null : DossierState.Voided
        : steps.TryGetValue((state, action), out var next) ? next : null;

    /// <summary>Whether somebody is to do something with a dossier in this state within a deadline.</summary>
    public static bool IsWaiting(DossierState state) =>
        state is DossierState.Received or DossierState.Verified or DossierState.Appraised or DossierState.ReturnedForSupplement;

    /// <summary>Bit of a state in <see cref="Dossier.ReachedStates"/>.</summary>
    public static int Bit(DossierState state) => 1 << (int)state;

    /// <summary>States that a dossier taken over in a state has behind it, that state included.</summary>
    public static int Passed(DossierState state) => state switch
    {
        DossierState.Received => Bit(DossierState.Received),
        DossierState.Verified => Passed(DossierState.Received) | Bit(DossierState.Verified),
        DossierState.Appraised => Passed(DossierState.Verified) | Bit(DossierState.Appraised),
        DossierState.Approved => Passed(DossierState.Appraised) | Bit(DossierState.Approved),
        _ => Passed(DossierState.Approved) | Bit(state),
    };

    /// <summary>State as events name it.</summary>
    public static string NameOf(DossierState state) => state switch
    {
        DossierState.Received => "received",
        DossierState.Verified => "verified",
        DossierState.Appraised => "appraised",
        DossierState.Approved => "approved",
        DossierState.Refused => "refused",
        DossierState.ReturnedForSupplement => "returned_for_supplement",
        DossierState.Returned => "returned",
        DossierState.TransferredOut => "transferred_out",
        _ => "voided",
    };

    /// <summary>State as people read it.</summary>
    public static string TextOf(DossierState state) => state switch
    {
        DossierState.Received => "đã tiếp nhận",
        DossierState.Verified => "đã kiểm tra",
        DossierState.Appraised => "đã thẩm định",
        DossierState.Approved => "đã phê duyệt",
        DossierState.Refused => "đã bị từ chối",
        DossierState.ReturnedForSupplement => "đã trả lại để bổ sung",
        DossierState.Returned => "đã trả kết quả",
        DossierState.TransferredOut => "đã chuyển đi tỉnh khác",
        _ => "đã bị hủy",
    };
}
