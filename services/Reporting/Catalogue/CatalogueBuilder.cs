using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Catalogue;

/// <summary>Checks the entries of a catalogue against the measures and against each other, in an order in which every formula comes after those it names.</summary>
internal sealed class CatalogueBuilder(CatalogueErrors errors, IReadOnlyDictionary<string, MeasureDefinition> measures)
{
    private readonly Dictionary<string, IndicatorEntry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CheckedFormula?> formulas = new(StringComparer.Ordinal);
    private readonly List<string> path = [];
    private readonly HashSet<string> done = new(StringComparer.Ordinal);

    public IReadOnlyList<IndicatorDefinition> Build(IReadOnlyList<IndicatorEntry> read)
    {
        foreach (var entry in read)
        {
            errors.Enter(entry);
            if (!entries.TryAdd(entry.Code, entry))
            {
                errors.Add(entry.Position, "catalogue.duplicate_code", $"the code {entry.Code} is already used on line {entries[entry.Code].Position.Line}{(entries[entry.Code].File == entry.File ? "" : " of " + entries[entry.Code].File.Name)}", "a code of its own");
            }

            formulas[entry.Code] = null;
        }

        foreach (var entry in entries.Values)
        {
            Check(entry);
        }

        SubsetRules.Check(entries, errors);
        return [.. entries.Values.Where(entry => formulas[entry.Code] is not null).Select(entry => Define(entry, formulas[entry.Code]!))];
    }

    // Depth first: what an entry names is checked before the entry itself; coming back to one that is still open is a cycle.
    private void Check(IndicatorEntry entry)
    {
        if (done.Contains(entry.Code))
        {
            return;
        }

        path.Add(entry.Code);
        var closed = true;
        foreach (var reference in References(entry.Parsed))
        {
            var open = path.IndexOf(reference.Code);
            if (open >= 0)
            {
                closed = false;
                errors.Enter(entry);
                errors.Add(InFile(entry, reference.Position), "catalogue.cycle", $"the formulas name each other in a circle: {string.Join(" → ", path.Skip(open).Append(reference.Code))}", "formulas that end at measures");
            }
            else if (entries.TryGetValue(reference.Code, out var named))
            {
                Check(named);
            }
        }

        path.RemoveAt(path.Count - 1);
        done.Add(entry.Code);
        if (closed)
        {
            formulas[entry.Code] = Bind(entry);
        }
    }

    private CheckedFormula? Bind(IndicatorEntry entry)
    {
        errors.Enter(entry);
        if (entry.Kind == IndicatorKind.Entered)
        {
            return KindRules.Entered(entry, errors);
        }

        if (entry.NoSource is not null)
        {
            return KindRules.NoSource(entry, errors);
        }

        if (entry.Parsed is null)
        {
            return null;
        }

        var scope = new FormulaScope { Measures = measures, Indicators = formulas };
        if (FormulaBinder.TryBind(entry.Formula!.Value!, entry.Parsed, scope, out var formula, out var found))
        {
            return KindRules.Check(entry, formula, errors);
        }

        foreach (var error in found)
        {
            errors.Add(InFile(entry, error.Position), error.Code, error.Found, error.Allowed);
        }

        return null;
    }

    private TextPosition InFile(IndicatorEntry entry, TextPosition position) => FormulaPlace.InFile(entry.Formula!, position, entry.File.Lines);

    private static IEnumerable<ReferenceNode> References(FormulaNode? node) => node switch
    {
        ReferenceNode reference => [reference],
        BinaryNode binary => References(binary.Left).Concat(References(binary.Right)),
        NegationNode negation => References(negation.Operand),
        ShiftNode shift => References(shift.Operand),
        FilterNode filter => References(filter.Operand),
        UnitNode unit => References(unit.Operand),
        _ => [],
    };

    private static IndicatorDefinition Define(IndicatorEntry entry, CheckedFormula formula) => new()
    {
        Code = entry.Code,
        NameVi = entry.NameVi,
        NameEn = entry.NameEn,
        Owner = entry.Owner,
        Unit = formula.Unit,
        Kind = entry.Kind,
        Formula = formula,
        NoSource = entry.NoSource,
        Dimensions = [.. entry.Dimensions.Select(dimension => dimension.Value!)],
        SubsetOf = entry.SubsetOf?.Value,
        Rounding = entry.Rounding,
        Qualifier = entry.Qualifier,
        LegalBasis = entry.LegalBasis,
        Line = entry.Position.Line,
    };
}
