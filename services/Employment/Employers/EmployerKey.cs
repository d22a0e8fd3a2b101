using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AnSinh.People;

namespace AnSinh.Employment.Employers;

/// <summary>What an employer is found by, as one short text.</summary>
public static class EmployerKey
{
    /// <summary>Longest key.</summary>
    public const int Longest = 24;

    /// <summary>The key of an employer.</summary>
    /// <param name="taxCode">Tax code; empty when there is none.</param>
    /// <param name="name">Name, tidy.</param>
    /// <param name="areaCode">Commune; empty when not known.</param>
    /// <returns>T and the tax code, or N and 16 bytes of the SHA-256 of name and commune.</returns>
    public static string Of(string taxCode, string name, string areaCode)
    {
        if (taxCode.Length > 0)
        {
            return "T" + taxCode;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{PersonName.Key(name)}\n{areaCode}"), hash);
        return "N" + Base64Url.EncodeToString(hash[..16]);
    }
}
