namespace AnSinh.Reporting.Numbers;

/// <summary>How a number loses the decimals that a report does not print. Both act on the magnitude, so −x prints as x does.</summary>
public enum RoundingMode
{
    /// <summary>To the nearest, a half away from zero (làm tròn): 41,654 → 41,65 and 41,655 → 41,66.</summary>
    HalfUp,

    /// <summary>Cut off towards zero (lấy đến … chữ số): 61,538 → 61,53, as some published reports do.</summary>
    Truncate,
}
