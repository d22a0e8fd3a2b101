namespace AnSinh.Reporting.Quality;

/// <summary>What a rule looks for; the numbers of ansinh.reporting.v1.QualityKind, the names of rules.yaml.</summary>
public enum QualityKind
{
    /// <summary>A commune without records in a closed period in which others have some.</summary>
    SilentArea = 1,

    /// <summary>A survey figure that nobody has keyed in for a closed year.</summary>
    NotEntered = 2,

    /// <summary>Records made too long after their day of effect.</summary>
    Late = 3,

    /// <summary>A value far off the unit's own preceding periods.</summary>
    Outlier = 4,

    /// <summary>A part greater than its whole.</summary>
    Subset = 5,

    /// <summary>A person with the same record twice on one day in one commune.</summary>
    RepeatedPerson = 6,

    /// <summary>Events of a source that are not booked.</summary>
    Gap = 7,
}
