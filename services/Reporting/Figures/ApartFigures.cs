using System.Runtime.CompilerServices;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Indicators;

namespace AnSinh.Reporting.Figures;

/// <summary>
/// Computes the own figures of units that are kept apart: everybody sees how much is assigned to no area. A commune has few records, so
/// only figures that are not 0 are told.
/// </summary>
/// <param name="evaluator">Computes.</param>
public sealed class ApartFigures(FormulaEvaluator evaluator)
{
    // A message stays well below the 4 MiB that clients take.
    const int FiguresInPiece = 2_000;

    /// <summary>The units of periods, by period and code, piece by piece; units without records are left out.</summary>
    public async IAsyncEnumerable<IReadOnlyList<FigureKeptApart>> ReadAsync(
        AskedFigures asked, IEnumerable<AskedPeriod> periods, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var one in periods)
        {
            foreach (var units in one.Apart.Chunk(Math.Max(1, FiguresInPiece / asked.Indicators.Count)))
            {
                var questions = units.SelectMany(unit => asked.Indicators.Select(indicator => unit.Question(indicator, one.Period, asked.View))).ToList();
                var answers = await evaluator.EvaluateAsync(questions, cancellationToken);
                var told = units.Zip(answers.Chunk(asked.Indicators.Count), (unit, own) => Message(asked, one, unit, own)).OfType<FigureKeptApart>().ToList();
                if (told.Count > 0)
                {
                    yield return told;
                }
            }
        }
    }

    static FigureKeptApart? Message(AskedFigures asked, AskedPeriod one, KeptApart unit, FigureAnswer[] own)
    {
        var some = asked.Indicators.Zip(own, (indicator, answer) => (indicator, answer.Total)).Where(pair => pair.Total.Value is { IsZero: false }).ToList();
        return unit.ToMessage(some) is { } area ? new FigureKeptApart { Period = one.Period.ToString(), Area = area } : null;
    }
}
