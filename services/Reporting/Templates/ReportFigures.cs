using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Templates;

/// <summary>All figures of one report, fetched at once.</summary>
internal sealed class ReportFigures
{
    private readonly Dictionary<Asked, FigureAnswer> answers = new(PieceIdentity.Instance);
    private readonly Dictionary<TableBlock, IReadOnlyList<ReportRow>> rows = new(ReferenceEqualityComparer.Instance);
    private IReadOnlyDictionary<string, PlanProgress> progress = new Dictionary<string, PlanProgress>(StringComparer.Ordinal);

    public static async Task<ReportFigures> LoadAsync(
        ReportTemplate template, ReportSubject subject, FormulaEvaluator evaluator, IPlanProgressSource plans, CancellationToken cancellationToken)
    {
        var loaded = new ReportFigures();
        var asked = new List<(Asked Key, FigureQuery Query)>();
        foreach (var (piece, dimension, unit) in PiecesOf(template, subject))
        {
            var area = AreaOf(subject, unit);
            asked.Add((new Asked(piece, false, unit), Query(piece, subject.Period, area, dimension)));
            if (EarlierPeriod(piece, subject.Period) is { } earlier)
            {
                asked.Add((new Asked(piece, true, unit), Query(piece, earlier, area, dimension)));
            }
        }

        var found = await evaluator.EvaluateAsync([.. asked.Select(one => one.Query)], cancellationToken);
        foreach (var (one, answer) in asked.Zip(found))
        {
            loaded.answers[one.Key] = answer;
        }

        foreach (var table in template.Blocks.OfType<TableBlock>())
        {
            loaded.rows[table] = table.Dimension is { } dimension
                ? [.. loaded.Members(table, dimension).Select(member => new ReportRow(member, dimension.NameOf(member), dimension.Code))]
                : [.. subject.Below.Select(unit => new ReportRow(unit.Code, unit.Name, null))];
        }

        if (template.PlannedIndicators is { Count: > 0 } planned)
        {
            loaded.progress = await plans.ProgressAsync(planned, subject.Period, subject.Area, cancellationToken);
        }

        return loaded;
    }

    /// <summary>The rows of a table: the dimension's own values in their order, then what else the records have; or the units below.</summary>
    public IReadOnlyList<ReportRow> RowsOf(TableBlock table) => rows[table];

    public Figure Of(FigurePiece piece, ReportRow? row) => Of(answers[Key(piece, false, row)], Member(row));

    public Figure? Before(FigurePiece piece, ReportRow? row) => answers.TryGetValue(Key(piece, true, row), out var answer) ? Of(answer, Member(row)) : null;

    public PlanProgress? PlanOf(FigurePiece piece) => piece.Style.IsPlan ? PlanOf(piece.Indicator!.Code) : null;

    public PlanProgress? PlanOf(string indicator) => progress.GetValueOrDefault(indicator);

    /// <summary>The area that a row is about.</summary>
    public static AreaScope AreaOf(ReportSubject subject, string? unit) => unit is null ? subject.Area : new AreaScope(unit) { Below = subject.Area.Code };

    /// <summary>The periods whose records are in what a placeholder prints, the report's first.</summary>
    public static IReadOnlyList<Period> PeriodsOf(FigurePiece piece, Period period) =>
        EarlierPeriod(piece, period) is { } earlier ? [period, earlier] : piece.Style.IsPlan ? [period, period.YearToDate()] : [period];

    private static Asked Key(FigurePiece piece, bool before, ReportRow? row) => new(piece, before, row is { Dimension: null } ? row.Code : null);

    private static string? Member(ReportRow? row) => row?.Dimension is null ? null : row.Code;

    // A member without records is a zero; for a ratio there is then nothing to divide by.
    private static Figure Of(FigureAnswer answer, string? member) => member is null
        ? answer.Total
        : answer.Members.FirstOrDefault(one => string.Equals(one.Key[0], member, StringComparison.Ordinal))?.Figure
            ?? (answer.Total.Denominator is null ? Figure.Of(0) : new Figure { Numerator = 0, Denominator = 0 });

    private List<string> Members(TableBlock table, DimensionDefinition dimension)
    {
        var listed = dimension.Members.Select(member => member.Code).ToList();
        var found = table.Lines.Where(line => line.IsPerMember)
            .SelectMany(line => line.Figures)
            .SelectMany(figure => answers[new Asked(figure, false, null)].Members)
            .Select(member => member.Key[0])
            .Distinct(StringComparer.Ordinal)
            .Except(listed, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return [.. listed, .. found];
    }

    private static IEnumerable<(FigurePiece Piece, string? Dimension, string? Unit)> PiecesOf(ReportTemplate template, ReportSubject subject) =>
        template.Blocks.SelectMany(block => block switch
        {
            LineBlock line => Once([line]),
            ConditionBlock condition => Once(condition.Lines),
            TableBlock { Dimension: { } dimension } table => table.Lines.SelectMany(line => line.Figures.Select(piece => (piece, line.IsPerMember ? dimension.Code : null, (string?)null))),
            TableBlock table => Once(table.Lines.Where(line => !line.IsPerMember)).Concat(
                table.Lines.Where(line => line.IsPerMember).SelectMany(line => line.Figures)
                    .SelectMany(piece => subject.Below.Select(unit => (piece, (string?)null, (string?)unit.Code)))),
            _ => [],
        });

    private static IEnumerable<(FigurePiece Piece, string? Dimension, string? Unit)> Once(IEnumerable<LineBlock> lines) =>
        lines.SelectMany(line => line.Figures).Select(piece => (piece, (string?)null, (string?)null));

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

    /// <summary>A figure that was asked for: at which placeholder, of which of its periods, of which unit below.</summary>
    private readonly record struct Asked(FigurePiece Piece, bool Before, string? Unit);

    // The same placeholder may stand in two places; each place has its own answer.
    private sealed class PieceIdentity : IEqualityComparer<Asked>
    {
        public static PieceIdentity Instance { get; } = new();

        public bool Equals(Asked x, Asked y) => ReferenceEquals(x.Piece, y.Piece) && x.Before == y.Before && string.Equals(x.Unit, y.Unit, StringComparison.Ordinal);

        public int GetHashCode(Asked key) => HashCode.Combine(key.Piece.Position, key.Before, key.Unit);
    }
}

/// <summary>What a row of a table is about.</summary>
/// <param name="Code">Value of the dimension, or code of the unit.</param>
/// <param name="Name">Its Vietnamese name.</param>
/// <param name="Dimension">The dimension; null for a unit.</param>
internal sealed record ReportRow(string Code, string Name, string? Dimension);
