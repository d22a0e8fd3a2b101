namespace AnSinh.Reporting.Reports;

/// <summary>State of a report; the numbers of ansinh.reporting.v1.ReportState.</summary>
enum ReportState
{
    Draft = 1,
    Submitted = 2,
    Approved = 3,

    /// <summary>Frozen for ever: a correction is a new edition.</summary>
    Published = 4,
}

/// <summary>What somebody does with a report; the numbers of ansinh.reporting.v1.ReportAction.</summary>
enum ReportAction
{
    Create = 1,
    Write = 2,
    Submit = 3,
    Return = 4,
    Approve = 5,
    Publish = 6,
}

/// <summary>Which action leads from which state to which: the workflow as one table.</summary>
static class ReportWorkflow
{
    static readonly Dictionary<(ReportState, ReportAction), ReportState> steps = new()
    {
        [(ReportState.Draft, ReportAction.Write)] = ReportState.Draft,
        [(ReportState.Draft, ReportAction.Submit)] = ReportState.Submitted,
        [(ReportState.Submitted, ReportAction.Approve)] = ReportState.Approved,
        [(ReportState.Submitted, ReportAction.Return)] = ReportState.Draft,
        [(ReportState.Approved, ReportAction.Return)] = ReportState.Draft,
        [(ReportState.Approved, ReportAction.Publish)] = ReportState.Published,
    };

    /// <summary>The state that an action leads to; null when the state does not allow it.</summary>
    public static ReportState? Next(ReportState state, ReportAction action) => steps.TryGetValue((state, action), out var next) ? next : null;

    /// <summary>Whether the action makes somebody an author, who may then not approve.</summary>
    public static bool IsAuthors(ReportAction action) => action is ReportAction.Create or ReportAction.Write or ReportAction.Submit;

    /// <summary>State as people read it.</summary>
    public static string TextOf(ReportState state) => state switch
    {
        ReportState.Draft => "đang soạn",
        ReportState.Submitted => "đã trình",
        ReportState.Approved => "đã duyệt",
        _ => "đã công bố",
    };

    /// <summary>Action as people read it.</summary>
    public static string TextOf(ReportAction action) => action switch
    {
        ReportAction.Create => "lập",
        ReportAction.Write => "sửa lời văn",
        ReportAction.Submit => "trình",
        ReportAction.Return => "trả lại",
        ReportAction.Approve => "duyệt",
        _ => "công bố",
    };
}
