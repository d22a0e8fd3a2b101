namespace AnSinh.Reporting.Quality;

/// <summary>Looks for what one kind of rule is about.</summary>
public interface IQualityCheck
{
    /// <summary>The kind.</summary>
    QualityKind Kind { get; }

    /// <summary>Looks.</summary>
    /// <param name="rule">A rule of the kind.</param>
    /// <param name="scope">Where and when.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    Task<CheckResult> LookAsync(QualityRule rule, QualityScope scope, CancellationToken cancellationToken);
}
