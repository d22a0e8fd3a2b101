using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AnSinh.Reporting.Catalogue;

namespace AnSinh.Reporting.Measures;

/// <summary>
/// A measure's key in the ledger: the first 4 bytes of the SHA-256 of its code. Small, because it begins every key of the ledger's
/// tables, and the same in every replica without asking.
/// </summary>
public static class MeasureKey
{
    /// <summary>The key of a code.</summary>
    /// <param name="code">Code, such as <c>employment.placement</c>.</param>
    public static int Of(string code)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(code), hash);
        return BinaryPrimitives.ReadInt32BigEndian(hash);
    }

    /// <summary>The codes by key.</summary>
    /// <exception cref="ArgumentException">Two codes have one key: one of them must be named otherwise before it is ever booked.</exception>
    public static IReadOnlyDictionary<int, string> Codes(IEnumerable<MeasureDefinition> measures) =>
        measures.ToDictionary(measure => Of(measure.Code), measure => measure.Code);
}
