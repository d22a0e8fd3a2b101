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
                    output.Write(line, null, null);
                    break;
                case TableBlock table:
                    output.Write(table);
                    break;
            }
        }

        return output.Finish();
    }

    private sealed class Output(ReportSubject subject, ReportFigures figures)
    {
        private readonly StringBuilder text = new();
        private readonly List<RenderedFigure> printed = [];

        public RenderedReport Finish() => new() { Markdown = text.ToString(), Figures = printed };

        public void Write(TableBlock table)
        {
            foreach (var line in table.Lines)
            {
                if (!line.IsPerMember)
                {
                    Write(line, null, null);
                    continue;
                }

                foreach (var member in figures.MembersOf(table))
                {
                    Write(line, member, table.Dimension.NameOf(member));
                }
            }
        }

        public void Write(LineBlock line, string? member, string? memberName)
        {
            foreach (var piece in line.Pieces)
            {
                var words = piece switch
                {
                    TextPiece literal => literal.Text,
                    FigurePiece figure => Print(figure, line.IsTableRow, member),
                    PeriodPiece period => PeriodWords(period.Form),
                    AreaPiece area => string.Equals(area.Form, "code", StringComparison.Ordinal) ? subject.Area.Code : subject.AreaName,
                    _ => memberName ?? "",
                };

                // Names come from data: a bar or a line break in one must not break the table.
                text.Append(piece is MemberPiece or AreaPiece ? words.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal) : words);
            }

            text.Append('\n');
        }

        private string Print(FigurePiece piece, bool inTable, string? member)
        {
            var figure = figures.Of(piece, member);
            var words = FigurePrinter.Print(piece, inTable, figure, figures.Before(piece, member), figures.PlanOf(piece));
            printed.Add(new RenderedFigure
            {
                Placeholder = piece.Text,
                Position = piece.Position,
                Indicator = piece.Indicator?.Code,
                Member = member,
                Figure = figure,
                Printed = words,
            });
            return words;
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
