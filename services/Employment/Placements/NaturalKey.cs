using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AnSinh.Employment.Employers;
using AnSinh.People;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.Employment.Placements;

/// <summary>
/// What makes two papers the same placement: who, first day, way, with whom. A person with a citizen number is told by the person key,
/// one without by name, date of birth and commune, so that the same file imported again finds its records; people who agree even in that
/// are told apart by an ordinal.
/// </summary>
public static class NaturalKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>Who, for somebody with a citizen number.</summary>
    public static string OfPerson(string personKey) => "k:" + personKey;

    /// <summary>Who, for somebody without a citizen number.</summary>
    public static string OfPerson(string fullName, PartialDate? birth, string areaCode) =>
        string.Create(CultureInfo.InvariantCulture, $"n:{PersonName.Key(fullName)}|{birth?.Number ?? 0}|{areaCode}");

    /// <summary>With whom: tax code, else name; empty when not known.</summary>
    public static string OfEmployer(string taxCode, string displayName) =>
        taxCode.Length > 0 ? "t:" + taxCode : displayName.Length > 0 ? "n:" + PersonName.Key(displayName) : "";

    /// <inheritdoc cref="OfEmployer(string, string)"/>
    public static string OfEmployer(Employer? employer) => employer is null ? "" : OfEmployer(employer.TaxCode, employer.DisplayName);

    /// <summary>The key.</summary>
    /// <param name="person">From <see cref="OfPerson(string)"/> or its sibling.</param>
    /// <param name="startDate">First day.</param>
    /// <param name="channel">Way.</param>
    /// <param name="employer">From <see cref="OfEmployer(string, string)"/>.</param>
    /// <param name="ordinal">0 for the first of several that agree in everything.</param>
    public static byte[] Of(string person, DateOnly startDate, PlacementChannel channel, string employer, int ordinal)
    {
        // The tidy parts hold no line break, so no two sets of parts read the same.
        var text = string.Create(
            CultureInfo.InvariantCulture, $"1\n{person}\n{PartialDate.Of(startDate).Number}\n{(int)channel}\n{employer}\n{ordinal}");
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
