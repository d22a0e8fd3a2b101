namespace AnSinh.Reporting.Numbers;

/// <summary>What a report says about a round number that stands for an exact one ("trên 45.000 người có công" for 45.213).</summary>
public enum Qualifier
{
    /// <summary>trên, hơn: the exact number is greater than the stated one.</summary>
    Over,

    /// <summary>dưới: the exact number is less than the stated one.</summary>
    Under,

    /// <summary>gần: the exact number is a little less than the stated one, by less than one step.</summary>
    Near,

    /// <summary>khoảng: the stated number is the nearest step, above or below.</summary>
    About,
}
