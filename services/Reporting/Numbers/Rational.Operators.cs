using System.Numerics;

namespace AnSinh.Reporting.Numbers;

public readonly partial struct Rational
{
    /// <summary>A whole number as a fraction.</summary>
    /// <param name="whole">The whole number.</param>
    public static implicit operator Rational(int whole) => new((BigInteger)whole);

    /// <summary>A whole number as a fraction.</summary>
    /// <param name="whole">The whole number.</param>
    public static implicit operator Rational(long whole) => new((BigInteger)whole);

    /// <summary>A whole number as a fraction.</summary>
    /// <param name="whole">The whole number.</param>
    public static implicit operator Rational(BigInteger whole) => new(whole);

    /// <summary>A decimal number as the same, exact fraction.</summary>
    /// <param name="value">The decimal number.</param>
    public static implicit operator Rational(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        var scale = (bits[3] >> 16) & 0xFF;
        return new Rational(bits[3] < 0 ? -magnitude : magnitude, BigInteger.Pow(10, scale));
    }

    /// <summary>The sum.</summary>
    /// <param name="left">First term.</param>
    /// <param name="right">Second term.</param>
    public static Rational operator +(Rational left, Rational right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    /// <param name="left">What to subtract from.</param>
    /// <param name="right">What to subtract.</param>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>The number with the other sign.</summary>
    /// <param name="value">The number.</param>
    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    /// <summary>The product.</summary>
    /// <param name="left">First factor.</param>
    /// <param name="right">Second factor.</param>
    public static Rational operator *(Rational left, Rational right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient; see <see cref="DividedBy"/> for the form that answers null for a zero divisor.</summary>
    /// <param name="left">What to divide.</param>
    /// <param name="right">What to divide by.</param>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Whether both are the same number.</summary>
    /// <param name="left">First number.</param>
    /// <param name="right">Second number.</param>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Whether they are different numbers.</summary>
    /// <param name="left">First number.</param>
    /// <param name="right">Second number.</param>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>Whether the first is less.</summary>
    /// <param name="left">First number.</param>
    /// <param name="right">Second number.</param>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first is greater.</summary>
    /// <param name="left">First number.</param>
    /// <param name="right">Second number.</param>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first is less or the same.</summary>
    /// <param name="left">First number.</param>
    /// <param name="right">Second number.</param>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first is greater or the same.</summary>
    /// <param name="left">First number.</param>
    /// <param name="right">Second number.</param>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;
}
