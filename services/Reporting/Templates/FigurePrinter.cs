using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Templates;

/// <summary>Prints one figure by its style, its indicator and the kind of its line.</summary>
internal static class FigurePrinter
{
    private const string NoValue = "chưa có số liệu";

    public static string Print(FigurePiece piece, bool inTable, Figure figure, Figure? before, PlanProgress? plan)
    {
        var style = piece.Style;
        return style.Part switch
        {
            FigurePart.Change => PrintChange(piece, inTable, figure.Value),
            FigurePart.Fraction => PrintFraction(figure, style),
            FigurePart.Numerator => PrintPart(figure.Numerator, style),
            FigurePart.Denominator => PrintPart(figure.Denominator, style),
            FigurePart.Plan or FigurePart.PlanPercent or FigurePart.PlanTarget or FigurePart.PlanWords => PrintPlan(piece, inTable, plan),
            FigurePart.SinceLastYear => PrintComparison(piece, figure.Value, before?.Value, "cùng kỳ năm trước"),
            FigurePart.SinceLastPeriod => PrintComparison(piece, figure.Value, before?.Value, "kỳ trước"),
            _ => figure.Value is { } value
                ? FormOf(piece, inTable).Print(value)
                : style.Missing ?? (piece.Indicator?.NoSource is null ? NoValue : "chưa có nguồn số liệu"),
        };
    }

    private static NumberForm FormOf(FigurePiece piece, bool inTable)
    {
        var style = piece.Style;
        var unit = style.Unit ?? piece.Formula.Unit.Name;
        var digits = inTable && style.Digits == FigureDigits.AsUsual ? FigureDigits.Plain : style.Digits;
        var isCount = !unit.Contains('%', StringComparison.Ordinal) && !string.Equals(unit, Unit.Dong.Name, StringComparison.Ordinal) && style.Scale == NumberScale.One;
        return new NumberForm
        {
            Rounding = RoundingOf(piece),
            FixedDecimals = style.FixedDecimals,
            Scale = style.Scale,
            ShowScaleWord = style.WithUnit || digits != FigureDigits.Plain,
            PadSmallCounts = digits == FigureDigits.Padded || (digits == FigureDigits.AsUsual && isCount),
            Unit = style.WithUnit || digits == FigureDigits.AsUsual ? unit : "",
            Qualifier = style.Qualifier ?? (style.Exact ? null : piece.Indicator?.Qualifier),
        };
    }

    private static Rounding RoundingOf(FigurePiece piece)
    {
        var isShare = piece.Formula.Unit == Unit.Pure || piece.Formula.Unit.Name.Contains('%', StringComparison.Ordinal);
        var usual = piece.Indicator?.Rounding ?? (isShare ? Rounding.TwoDecimals : Rounding.Whole);

        // A scaled amount keeps three decimals: 55,537 tỷ đồng.
        usual = piece.Style.Scale == NumberScale.One ? usual : usual with { Decimals = 3 };
        return new Rounding(piece.Style.Mode ?? usual.Mode, piece.Style.Decimals ?? usual.Decimals);
    }

    private static string PrintChange(FigurePiece piece, bool inTable, Rational? value)
    {
        if (value is null)
        {
            return piece.Style.Missing ?? NoValue;
        }

        var form = FormOf(piece, inTable);
        var seen = form.Rounding.Apply(value.Value / form.Scale.Factor());
        var word = seen.Sign > 0 ? piece.Style.ChangeWords.Positive : piece.Style.ChangeWords.Negative;
        return seen.IsZero ? "không đổi" : $"{word} {form.Print(value.Value.Abs())}";
    }

    private static string PrintFraction(Figure figure, FigureStyle style) => figure is { Numerator: not null, Denominator: not null }
        ? $"{PrintPart(figure.Numerator, style)}/{PrintPart(figure.Denominator, style)}"
        : style.Missing ?? NoValue;

    private static string PrintPart(Rational? part, FigureStyle style) => part is null
        ? style.Missing ?? NoValue
        : new NumberForm { Rounding = Rounding.TwoDecimals, Unit = style.WithUnit ? style.Unit ?? "" : "" }.Print(part.Value);

    private static string PrintPlan(FigurePiece piece, bool inTable, PlanProgress? plan)
    {
        if (plan is null)
        {
            return piece.Style.Missing ?? "chưa giao kế hoạch";
        }

        if (piece.Style.Part == FigurePart.PlanTarget)
        {
            var form = FormOf(piece with { Style = piece.Style with { Exact = true } }, inTable);
            return plan.TargetTo is { } to ? $"{(form with { Unit = "" }).Print(plan.Target)} – {form.Print(to)}" : form.Print(plan.Target);
        }

        if (piece.Style.Part == FigurePart.PlanWords)
        {
            return PlanCondition.Of(plan, piece.Style.NearFrom) == PlanVerdict.Near ? "xấp xỉ đạt kế hoạch" : plan.Words ?? piece.Style.Missing ?? NoValue;
        }

        if (plan.Percent is { } share)
        {
            var mode = piece.Style.Mode ?? piece.Indicator!.Rounding.Mode;
            var percent = (NumberForm.Percent with { Rounding = new Rounding(mode, piece.Style.Decimals ?? 2), FixedDecimals = piece.Style.FixedDecimals }).Print(share);
            return piece.Style.Part == FigurePart.PlanPercent ? percent : $"đạt {percent} kế hoạch";
        }

        return plan.MetWords ?? piece.Style.Missing ?? NoValue;
    }

    private static string PrintComparison(FigurePiece piece, Rational? now, Rational? before, string with)
    {
        if (now is null || before is null)
        {
            return piece.Style.Missing ?? $"chưa có số liệu để so với {with}";
        }

        // Percentages are compared in points; everything else by how many percent it changed.
        var inPoints = piece.Formula.Unit == Unit.Percent;
        var change = inPoints ? now - before : ((now - before)!.Value.DividedBy(before.Value)) * 100;
        if (change is null)
        {
            return now == before ? $"bằng {with}" : piece.Style.Missing ?? $"{with} không phát sinh";
        }

        var rounding = new Rounding(piece.Style.Mode ?? RoundingMode.HalfUp, piece.Style.Decimals ?? 2);
        var form = new NumberForm { Rounding = rounding, FixedDecimals = piece.Style.FixedDecimals, Unit = inPoints ? Unit.PercentagePoints.Name : "%" };
        return rounding.Apply(change.Value).IsZero
            ? $"bằng {with}"
            : $"{(change.Value.Sign > 0 ? "tăng" : "giảm")} {form.Print(change.Value.Abs())} so với {with}";
    }
}
