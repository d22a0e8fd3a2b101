using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace AnSinh.Reporting.Ledger;

/// <summary>An area code as one number, its letters from the highest byte down and zeros behind the last: numbers in the order of the codes.</summary>
static class AreaLetters
{
    /// <summary>Most letters of a code; real codes have 5 digits at most.</summary>
    public const int Most = sizeof(ulong);

    /// <summary>The number of a code.</summary>
    /// <param name="letters">The code, ASCII.</param>
    /// <exception cref="ArgumentException">The code is longer or has other letters.</exception>
    public static ulong Of(ReadOnlySpan<byte> letters)
    {
        if (letters.Length > Most || !Ascii.IsValid(letters))
        {
            throw new ArgumentException($"\"{Encoding.UTF8.GetString(letters)}\" is no area code.", nameof(letters));
        }

        Span<byte> padded = stackalloc byte[Most];
        padded.Clear();
        letters.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    /// <summary>The number of a code.</summary>
    public static ulong Of(string code)
    {
        Span<byte> letters = stackalloc byte[Encoding.UTF8.GetMaxByteCount(code.Length)];
        return Of(letters[..Encoding.UTF8.GetBytes(code, letters)]);
    }

    /// <summary>Number of letters of a code.</summary>
    public static int LengthOf(ulong code) => Most - BitOperations.TrailingZeroCount(code) / 8;

    /// <summary>The code of a number.</summary>
    public static string Text(ulong code)
    {
        Span<byte> letters = stackalloc byte[Most];
        BinaryPrimitives.WriteUInt64BigEndian(letters, code);
        return Encoding.ASCII.GetString(letters[..LengthOf(code)]);
    }
}
