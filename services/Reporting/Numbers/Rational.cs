using System.Numerics;

namespace AnSinh.Reporting.Numbers;

/// <summary>
/// An exact fraction of two whole numbers, always in lowest terms with a positive denominator. Every figure is computed with
/// it, so that a percentage is rounded once, when it is printed, and never on the way.
/// </summary>
public readonly partial struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    // Zero in default(Rational), which must be the number 0: read through Denominator.
    private readonly BigInteger denominator;

    /// <summary>Makes the fraction <paramref name="numerator"/> / <paramref name="denominator"/> and reduces it.</summary>
    /// <param name="numerator">Any whole number.</param>
    /// <param name="denominator">Any whole number but zero.</param>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("A fraction has no zero denominator.");
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        this.denominator = denominator / divisor;
    }

    private Rational(BigInteger whole)
    {
        Numerator = whole;
        denominator = BigInteger.One;
    }

    /// <summary>The number 0; also the default value of the type.</summary>
    public static Rational Zero => default;

    /// <summary>The number 1.</summary>
    public static Rational One => new(BigInteger.One);

    /// <summary>The numerator in lowest terms; it carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator in lowest terms; at least 1.</summary>
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    /// <summary>Whether the number is whole.</summary>
    public bool IsInteger => Denominator.IsOne;

    /// <summary>Whether the number is 0.</summary>
    public bool IsZero => Numerator.IsZero;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>The number without its sign.</summary>
    public Rational Abs() => Sign < 0 ? -this : this;

    /// <summary>The largest whole number that is not greater.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The smallest whole number that is not less.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>The quotient, or null when <paramref name="divisor"/> is zero: a ratio of nothing has no value.</summary>
    /// <param name="divisor">What to divide by.</param>
    public Rational? DividedBy(Rational divisor) => divisor.IsZero ? null : this / divisor;

    /// <summary>The nearest <see cref="decimal"/>, for people and for storage that cannot hold fractions.</summary>
    /// <exception cref="OverflowException">The number is beyond the range of <see cref="decimal"/>.</exception>
    public decimal ToDecimal()
    {
        var whole = Floor();
        var rest = ((this - whole) * Power10(20)).Round(0, RoundingMode.HalfUp).Numerator;
        return (decimal)whole + ((decimal)rest / (decimal)Power10(20).Numerator);
    }

    /// <inheritdoc />
    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc />
    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    internal static Rational Power10(int exponent) => new(BigInteger.Pow(10, exponent));
}
