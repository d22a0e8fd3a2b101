using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Templates;

/// <summary>All figures of one report, fetched at once.</summary>
internal sealed class ReportFigures
{
    private readonly Dictionary<(FigurePiece Piece, bool Before), FigureAnswer> answers = new(PieceIdentity.Instance);
    private readonly Dictionary<TableBlock, IReadOnlyList<string>> members = new(ReferenceEqualityComparer.Instance);
    private IReadOnlyDictionary<string, PlanProgress> progress = new Dictionary<string, PlanProgress>(StringComparer.Ordinal);

    public static async Task<ReportFigures> LoadAsync(
        ReportTemplate template, ReportSubject subject, FormulaEvaluator evaluator, IPlanProgressSource plans, CancellationToken cancellationToken)
    {
        var loaded = new ReportFigures();
        var asked = new List<(FigurePiece Piece, bool Before, FigureQuery Query)>();
        foreach (var (piece, dimension) in PiecesOf(template))
        {
            asked.Add((piece, false, Query(piece, subject.Period, subject.Area, dimension)));
            if (EarlierPeriod(piece, subject.Period) is { } earlier)
            {
                asked.Add((piece, true, Query(piece, earlier, subject.Area, dimension)));
            }
        }

        var found = await evaluator.EvaluateAsync([.. asked.Select(one => one.Query)], cancellationToken);
        foreach (var (one, answer) in asked.Zip(found))
        {
            loaded.answers[(one.Piece, one.Before)] = answer;
        }

        foreach (var table in template.Blocks.OfType<TableBlock>())
        {
            loaded.members[table] = loaded.Members(table);
        }

        if (template.PlannedIndicators is { Count: > 0 } planned)
        {
            loaded.progress = await plans.ProgressAsync(planned, subject.Period, subject.Area, cancellationToken);
        }

        return loaded;
    }

    /// <summary>The values that a table has rows for: the dimension's own in their order, then what else the records have.</summary>
    public IReadOnlyList<string> MembersOf(TableBlock table) => members[table];

    public Figure Of(FigurePiece piece, string? member) => Of(answers[(piece, false)], member);

    public Figure? Before(FigurePiece piece, string? member) => answers.TryGetValue((piece, true), out var answer) ? Of(answer, member) : null;

    public PlanProgress? PlanOf(FigurePiece piece) => piece.Style.IsPlan ? progress.GetValueOrDefault(piece.Indicator!.Code) : null;

    // A member without records is a zero; for a ratio there is then nothing to divide by.
    private static Figure Of(FigureAnswer answer, string? member) => member is null
        ? answer.Total
        : answer.Members.FirstOrDefault(one => string.Equals(one.Key[0], member, StringComparison.Ordinal))?.Figure
            ?? (answer.Total.Denominator is null ? Figure.Of(0) : new Figure { Numerator = 0, Denominator = 0 });

    private List<string> Members(TableBlock table)
    {
        var listed = table.Dimension.Members.Select(member => member.Code).ToList();
        var found = table.Lines.Where(line => line.IsPerMember)
            .SelectMany(line => line.Figures)
            .SelectMany(figure => answers[(figure, false)].Members)
            .Select(member => member.Key[0])
            .Distinct(StringComparer.Ordinal)
            .Except(listed, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return [.. listed, .. found];
    }

    private static IEnumerable<(FigurePiece Piece, string? Dimension)> PiecesOf(ReportTemplate template) => template.Blocks.SelectMany(block => block switch
    {
        LineBlock line => line.Figures.Select(piece => (piece, (string?)null)),
        TableBlock table => table.Lines.SelectMany(line => line.Figures.Select(piece => (piece, line.IsPerMember ? table.Dimension.Code : null))),
        _ => [],
    });

    private static FigureQuery Query(FigurePiece piece, Period period, AreaScope area, string? dimension) => new()
    {
        Formula = piece.Formula,
        Period = period,
        Area = area,
        Dimensions = dimension is null ? [] : [dimension],
    };

    private static Period? EarlierPeriod(FigurePiece piece, Period period) => piece.Style.Part switch
    {
        FigurePart.SinceLastYear => period.SamePeriodOfPreviousYear(),
        FigurePart.SinceLastPeriod => period.Previous(),
        _ => null,
    };

    // The same placeholder may stand in two places; each place has its own answer.
    private sealed class PieceIdentity : IEqualityComparer<(FigurePiece Piece, bool Before)>
    {
        public static PieceIdentity Instance { get; } = new();

        public bool Equals((FigurePiece Piece, bool Before) x, (FigurePiece Piece, bool Before) y) => ReferenceEquals(x.Piece, y.Piece) && x.Before == y.Before;

        public int GetHashCode((FigurePiece Piece, bool Before) key) => HashCode.Combine(key.Piece.Position, key.Before);
    }
}
