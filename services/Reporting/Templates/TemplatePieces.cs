using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Templates;

/// <summary>A part of a line.</summary>
internal abstract record TemplatePiece;

/// <summary>Text that is printed as it stands.</summary>
internal sealed record TextPiece(string Text) : TemplatePiece;

/// <summary>The period: its name, its days, or one of them.</summary>
internal sealed record PeriodPiece(string Form) : TemplatePiece;

/// <summary>The area: its name or its code.</summary>
internal sealed record AreaPiece(string Form) : TemplatePiece;

/// <summary>What the row is about: the value of the table's dimension, the unit, or the indicator, whose name is known already.</summary>
internal sealed record MemberPiece(string? Name = null) : TemplatePiece;

/// <summary>A figure.</summary>
internal sealed record FigurePiece : TemplatePiece
{
    public required TextPosition Position { get; init; }

    /// <summary>What stands between the braces.</summary>
    public required string Text { get; init; }

    public required CheckedFormula Formula { get; init; }

    /// <summary>The indicator, when the placeholder names exactly one.</summary>
    public IndicatorDefinition? Indicator { get; init; }

    public required FigureStyle Style { get; init; }
}

/// <summary>A line, or the lines of a table that is repeated.</summary>
internal abstract record TemplateBlock;

/// <summary>A line of text and figures.</summary>
internal sealed record LineBlock(IReadOnlyList<TemplatePiece> Pieces) : TemplateBlock
{
    /// <summary>A Markdown table row: its head names units, so figures come without.</summary>
    public bool IsTableRow => Pieces is [TextPiece text, ..] && text.Text.StartsWith('|');

    public bool IsPerMember => Pieces.Any(piece => piece is MemberPiece);

    public IEnumerable<FigurePiece> Figures => Pieces.OfType<FigurePiece>();
}

/// <summary>Lines of which those with a member are printed once per member of the dimension, or per unit below the area without one.</summary>
internal sealed record TableBlock(DimensionDefinition? Dimension, IReadOnlyList<LineBlock> Lines) : TemplateBlock;

/// <summary>Lines that are printed only when the plan of an indicator has come out in a certain way.</summary>
internal sealed record ConditionBlock(PlanCondition Condition, IReadOnlyList<LineBlock> Lines) : TemplateBlock;

/// <summary>A narrative part, written by people for each report.</summary>
internal sealed record NarrativeBlock(TemplateText Text) : TemplateBlock;
