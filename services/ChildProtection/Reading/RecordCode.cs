using System.Globalization;

namespace AnSinh.ChildProtection.Reading;

/// <summary>Codes under which records are talked about and listed: they tell nothing about the child (Decree 56/2017, Article 33).</summary>
static class RecordCode
{
    // Crockford's alphabet: no I, L, O, U, which are misread.
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Letters = 8;

    /// <summary>The code of a record: a prefix and 40 of the random bits of its key.</summary>
    /// <param name="prefix"><c>TE</c> for children, <c>VV</c> for cases.</param>
    /// <param name="id">Key.</param>
    public static string Of(string prefix, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        ulong bits = 0;
        foreach (var part in bytes[11..])
        {
            bits = bits << 8 | part;
        }

        Span<char> code = stackalloc char[Letters];
        for (var at = Letters - 1; at >= 0; at--, bits >>= 5)
        {
            code[at] = Alphabet[(int)(bits & 31)];
        }

        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{code}");
    }
}
