namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Whether the answers that a call computes are kept for others. Those of streams and files are asked once and are many: kept, they would
/// take the places of what people ask again and again.
/// </summary>
public sealed class AnswerKeeping
{
    /// <summary>Whether answers are kept; what is kept already is used either way.</summary>
    public bool IsOn { get; private set; } = true;

    /// <summary>Keeps nothing of this call from now on.</summary>
    public void Stop() => IsOn = false;
}
