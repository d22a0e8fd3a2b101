using System.Diagnostics.CodeAnalysis;
using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Formulas;

/// <summary>
/// Reads formulas. Arithmetic binds as usual; "where" and "at" bind tighter than any operator, to what stands just before them.
/// The language: services/Reporting/Catalogue/README.md.
/// </summary>
public sealed partial class FormulaParser
{
    /// <summary>The longest formula, in characters. Formulas come from callers too, so their size is bounded.</summary>
    public const int LongestText = 4000;

    // Each level is a handful of stack frames; a deeper formula is a mistake or an attack.
    private const int DeepestNesting = 64;

    private readonly IReadOnlyList<FormulaToken> tokens;
    private int next;
    private int depth;

    private FormulaParser(string text) => tokens = new FormulaLexer(text).ReadAll();

    private FormulaToken Current => tokens[next];

    /// <summary>Reads a formula without checking its names.</summary>
    /// <param name="text">The text.</param>
    /// <param name="node">The formula as written, when the text is one.</param>
    /// <param name="error">The first thing that is wrong, otherwise.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out FormulaNode? node, [NotNullWhen(false)] out FormulaError? error)
    {
        (node, error) = (null, null);
        if (text.Length > LongestText)
        {
            error = new FormulaError(TextPosition.Start, "formula.too_long", $"the formula has {text.Length} characters", $"at most {LongestText}");
            return false;
        }

        try
        {
            var parser = new FormulaParser(text);
            node = parser.ParseSum();
            if (parser.Current.Kind != TokenKind.End)
            {
                throw parser.Refuse("an operator + - * /, where, at, or the end of the formula");
            }

            return true;
        }
        catch (FormulaSyntaxException refusal)
        {
            (node, error) = (null, refusal.Error);
            return false;
        }
    }

    private FormulaNode ParseSum()
    {
        var left = ParseProduct();
        while (Current.Is("+") || Current.Is("-"))
        {
            var symbol = Take();
            left = new BinaryNode(symbol.Position, symbol.Is("+") ? FormulaOperator.Add : FormulaOperator.Subtract, left, ParseProduct());
        }

        return left;
    }

    private FormulaNode ParseProduct()
    {
        var left = ParseSigned();
        while (Current.Is("*") || Current.Is("/"))
        {
            var symbol = Take();
            left = new BinaryNode(symbol.Position, symbol.Is("*") ? FormulaOperator.Multiply : FormulaOperator.Divide, left, ParseSigned());
        }

        return left;
    }

    private FormulaNode ParseSigned()
    {
        if (++depth > DeepestNesting)
        {
            throw Refuse($"at most {DeepestNesting} levels of parentheses and signs");
        }

        var node = Current.Is("-") ? new NegationNode(Take().Position, ParseSigned()) : ParseModified();
        depth--;
        return node;
    }

    private FormulaNode ParseModified()
    {
        var node = ParsePrimary();
        while (true)
        {
            if (Current.Is("where"))
            {
                node = ParseWhere(node);
            }
            else if (Current.Is("at"))
            {
                Take();
                if (Current.Kind != TokenKind.Name || !PeriodShiftNames.TryGet(Current.Text, out var shift))
                {
                    throw Refuse(PeriodShiftNames.All);
                }

                node = new ShiftNode(Take().Position, shift, node);
            }
            else if (Current.Is("as"))
            {
                node = new UnitNode(Take().Position, node, TakeText());
            }
            else
            {
                return node;
            }
        }
    }

    private FormulaNode ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return Rational.TryParse(Take().Text, out var number)
                    ? new NumberNode(token.Position, number)
                    : throw new FormulaSyntaxException(new FormulaError(token.Position, "formula.syntax", "the number has more digits than can be read", "at most 200 characters"));
            case TokenKind.Reference:
                return new ReferenceNode(Take().Position, token.Text);
            case TokenKind.Name:
                return ParseCall();
            default:
                if (!token.Is("("))
                {
                    throw Refuse($"a number, [CODE], a parenthesis, {FunctionNames}, or {PeriodShiftNames.All}");
                }

                Take();
                var inner = ParseSum();
                Expect(")");
                return inner;
        }
    }

    private FormulaToken Take() => tokens[next++];

    private void Expect(string symbol)
    {
        if (!Current.Is(symbol))
        {
            throw Refuse(symbol);
        }

        Take();
    }

    private FormulaSyntaxException Refuse(string allowed) =>
        new(new FormulaError(Current.Position, "formula.syntax", $"found {Current.Shown}", allowed));
}
