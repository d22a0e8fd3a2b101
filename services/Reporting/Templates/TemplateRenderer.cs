using System.Globalization;
using System.Text;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Templates;

/// <summary>Fills templates in. One call to the figure source and one to the plans per report, however long it is.</summary>
/// <param name="evaluator">Computes the figures.</param>
/// <param name="plans">Knows the plans.</param>
public sealed class TemplateRenderer(FormulaEvaluator evaluator, IPlanProgressSource plans)
{
    /// <summary>Renders a report.</summary>
    /// <param name="template">The template.</param>
    /// <param name="subject">Period and area.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<RenderedReport> RenderAsync(ReportTemplate template, ReportSubject subject, CancellationToken cancellationToken)
    {
        var figures = await ReportFigures.LoadAsync(template, subject, evaluator, plans, cancellationToken);
        var output = new Output(subject, figures);
        foreach (var block in template.Blocks)
        {
            switch (block)
            {
                case LineBlock line:
                    output.Write(line, null);
                    break;
                case TableBlock table:
                    output.Write(table);
                    break;
                case ConditionBlock condition when condition.Condition.Holds(figures.PlanOf(condition.Condition.Indicator)):
                    output.Write(condition.Lines);
                    break;
                case NarrativeBlock narrative:
                    output.Write(narrative);
                    break;
            }
        }

        return output.Finish();
    }

    private sealed class Output(ReportSubject subject, ReportFigures figures)
    {
        private readonly StringBuilder text = new();
        private readonly List<RenderedFigure> printed = [];

        public RenderedReport Finish() => new() { Markdown = subject.PreliminaryOn is { } day ? Marked(text.ToString(), day) : text.ToString(), Figures = printed };

        public void Write(IEnumerable<LineBlock> lines)
        {
            foreach (var line in lines)
            {
                Write(line, null);
            }
        }

        public void Write(NarrativeBlock narrative)
        {
            if (subject.Texts.GetValueOrDefault(narrative.Text.Key) is { Length: > 0 } written)
            {
                text.Append(written.ReplaceLineEndings("\n").TrimEnd('\n')).Append('\n');
            }
        }

        public void Write(TableBlock table)
        {
            foreach (var line in table.Lines)
            {
                if (!line.IsPerMember)
                {
                    Write(line, null);
                    continue;
                }

                foreach (var row in figures.RowsOf(table))
                {
                    Write(line, row);
                }
            }
        }

        public void Write(LineBlock line, ReportRow? row)
        {
            foreach (var piece in line.Pieces)
            {
                var words = piece switch
                {
                    TextPiece literal => literal.Text,
                    FigurePiece figure => Print(figure, line.IsTableRow, row),
                    PeriodPiece period => PeriodWords(period.Form),
                    AreaPiece area => string.Equals(area.Form, "code", StringComparison.Ordinal) ? subject.Area.Code : subject.AreaName,
                    MemberPiece { Name: { } name } => name,
                    _ => row?.Name ?? "",
                };

                // Names come from data: a bar or a line break in one must not break the table.
                text.Append(piece is MemberPiece or AreaPiece ? words.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal) : words);
            }

            text.Append('\n');
        }

        private string Print(FigurePiece piece, bool inTable, ReportRow? row)
        {
            var figure = figures.Of(piece, row);
            var words = FigurePrinter.Print(piece, inTable, figure, figures.Before(piece, row), figures.PlanOf(piece));
            printed.Add(new RenderedFigure
            {
                Placeholder = piece.Text,
                Position = piece.Position,
                Indicator = piece.Indicator?.Code,
                Member = row?.Code,
                Dimension = row?.Dimension,
                Formula = piece.Formula,
                Area = ReportFigures.AreaOf(subject, row is { Dimension: null } ? row.Code : null),
                Periods = ReportFigures.PeriodsOf(piece, subject.Period),
                Figure = figure,
                Printed = words,
            });
            return words;
        }

        // Behind the title, or before everything where there is none.
        private static string Marked(string markdown, DateOnly day)
        {
            var mark = $"*Số liệu sơ bộ, tính đến ngày {PeriodNames.DayOf(day)}.*\n\n";
            var title = markdown.StartsWith("# ", StringComparison.Ordinal) ? markdown.IndexOf('\n', StringComparison.Ordinal) + 1 : 0;
            return title > 0 ? $"{markdown[..title]}\n{mark}{markdown[title..].TrimStart('\n')}" : mark + markdown;
        }

        private string PeriodWords(string form) => form switch
        {
            "days" => PeriodNames.DaysOf(subject.Period),
            "from" => PeriodNames.DayOf(subject.Period.From),
            "to" => PeriodNames.DayOf(subject.Period.To),
            "year" => subject.Period.Year.ToString(CultureInfo.InvariantCulture),
            _ => subject.Period.Name,
        };
    }
}
