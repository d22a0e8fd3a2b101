using System.Numerics;

namespace AnSinh.Reporting.Numbers;

/// <summary>A qualifier and the step to which it rounds.</summary>
/// <param name="Kind">What is claimed.</param>
/// <param name="Step">The stated number is a multiple of this; greater than zero.</param>
/// <param name="Word">The Vietnamese word that is printed: trên and hơn make the same claim.</param>
public sealed record QualifierRule(Qualifier Kind, Rational Step, string Word)
{
    /// <summary>A rule with the usual word of its kind.</summary>
    /// <param name="kind">What is claimed.</param>
    /// <param name="step">The stated number is a multiple of this.</param>
    public static QualifierRule Of(Qualifier kind, Rational step) => new(kind, step, UsualWord(kind));

    /// <summary>
    /// The number to state, or null when no true statement of this kind exists (45.000 exactly is not "trên 45.000") or it would say
    /// nothing ("trên 0", of a number below the step). The number is then printed without a qualifier.
    /// </summary>
    /// <param name="exact">The exact number.</param>
    /// <exception cref="InvalidOperationException">The step is zero or negative.</exception>
    public QualifiedNumber? Apply(Rational exact)
    {
        if (Step.Sign <= 0)
        {
            throw new InvalidOperationException($"The step of \"{Word}\" must be greater than zero, not {Step}.");
        }

        var steps = exact / Step;
        BigInteger stated = Kind switch
        {
            Qualifier.Over => steps.Floor(),
            Qualifier.Under or Qualifier.Near => steps.Ceiling(),
            _ => steps.Round(0, RoundingMode.HalfUp).Numerator,
        };
        var number = Step * stated;
        return !number.IsZero && Holds(exact, number) ? new QualifiedNumber(number, Word) : null;
    }

    /// <summary>Whether saying this qualifier before <paramref name="stated"/> is true of <paramref name="exact"/>.</summary>
    /// <param name="exact">The exact number.</param>
    /// <param name="stated">The number that is printed.</param>
    public bool Holds(Rational exact, Rational stated) => Kind switch
    {
        Qualifier.Over => exact > stated,
        Qualifier.Under => exact < stated,
        Qualifier.Near => exact < stated && stated - exact < Step,
        _ => (exact - stated).Abs() * 2 <= Step,
    };

    /// <summary>trên, dưới, gần or khoảng.</summary>
    /// <param name="kind">What is claimed.</param>
    public static string UsualWord(Qualifier kind) => kind switch
    {
        Qualifier.Over => "trên",
        Qualifier.Under => "dưới",
        Qualifier.Near => "gần",
        _ => "khoảng",
    };
}

/// <summary>A round number with the word that makes it true.</summary>
/// <param name="Stated">The number to print.</param>
/// <param name="Word">The word before it.</param>
public sealed record QualifiedNumber(Rational Stated, string Word);
