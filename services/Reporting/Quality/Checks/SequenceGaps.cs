using AnSinh.Reporting.Indicators;

namespace AnSinh.Reporting.Quality.Checks;

/// <summary>Sources with events that count in no figure: not booked yet, or parked.</summary>
/// <param name="freshness">What is booked of each source.</param>
public sealed class SequenceGaps(Freshness freshness) : IQualityCheck
{
    /// <inheritdoc/>
    public QualityKind Kind => QualityKind.Gap;

    /// <inheritdoc/>
    public async Task<CheckResult> LookAsync(QualityRule rule, QualityScope scope, CancellationToken cancellationToken)
    {
        var sources = await freshness.ListAsync(cancellationToken);
        return new CheckResult(
            [""],
            [.. sources.Where(source => source.Parked > 0 || source.HeadSequence - source.BookedSequence > rule.MostBehind).Select(source => new SeenFinding
            {
                Source = source.Source,
                Message = $"Nguồn {source.Source} còn {source.HeadSequence - source.BookedSequence} sự kiện chưa vào sổ và {source.Parked} sự kiện bị treo.",
                Values =
                [
                    SeenValue.Count("số sự kiện đã vào sổ", source.BookedSequence, "sự kiện"),
                    SeenValue.Count("số sự kiện của nguồn", source.HeadSequence, "sự kiện"),
                    SeenValue.Count("số sự kiện bị treo", source.Parked, "sự kiện"),
                ],
            })]);
    }
}
