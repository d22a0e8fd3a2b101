namespace AnSinh.Reporting.Quality;

/// <summary>How findings move on. People move them by <see cref="Allows"/>; runs close and open them.</summary>
public static class FindingStates
{
    static readonly Dictionary<QualityState, QualityState[]> Next = new()
    {
        [QualityState.Open] = [QualityState.Acknowledged],
        [QualityState.Acknowledged] = [QualityState.Resolved, QualityState.Accepted],
        [QualityState.Resolved] = [QualityState.Open],
        [QualityState.Accepted] = [QualityState.Open],
        [QualityState.Gone] = [],
    };

    /// <summary>The states to which people may move a finding.</summary>
    public static IReadOnlyList<QualityState> From(QualityState state) => Next[state];

    /// <summary>Whether people may move a finding from one state to another.</summary>
    public static bool Allows(QualityState from, QualityState to) => Next[from].Contains(to);

    /// <summary>Whether a change to the state needs no reason.</summary>
    public static bool NeedsNoReason(QualityState to) => to == QualityState.Acknowledged;

    /// <summary>The state after a run that finds it: what was said to be resolved is not, and what was gone is back.</summary>
    public static QualityState WhenSeen(QualityState state) => state is QualityState.Resolved or QualityState.Gone ? QualityState.Open : state;

    /// <summary>The state after a run that does not find it any more: what was resolved stays so, now proved.</summary>
    public static QualityState WhenNotSeen(QualityState state) => state == QualityState.Resolved ? state : QualityState.Gone;

    /// <summary>The Vietnamese word.</summary>
    public static string Word(QualityState state) => state switch
    {
        QualityState.Open => "mới",
        QualityState.Acknowledged => "đang xử lý",
        QualityState.Resolved => "đã xử lý",
        QualityState.Accepted => "chấp nhận",
        _ => "không còn",
    };
}
