using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AnSinh.ServiceKit.Errors;
using Google.Protobuf;

namespace AnSinh.ServiceKit.Requests;

/// <summary>
/// Where the next page begins: the sort key of the last row of the page before (keyset), tied to the filters that it was made under.
/// Opaque to clients; a changed token, or one of another list or of other filters, is refused. It opens nothing: the caller's areas are
/// applied to every page anew.
/// </summary>
public static class PageToken
{
    const int CheckLength = 8;

    /// <summary>Makes the token.</summary>
    /// <param name="request">List request; its filters and order are tied in, page size and token are not.</param>
    /// <param name="position">Sort key of the last row, one text a part.</param>
    public static string Make(IMessage request, params IReadOnlyList<string> position)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(position);
        var token = new byte[CheckLength + json.Length];
        Check(request, json, token);
        json.CopyTo(token, CheckLength);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The position in a token, or null for the first page.</summary>
    /// <param name="request">List request of the same filters.</param>
    /// <param name="token">Token as sent; empty for the first page.</param>
    /// <param name="parts">Parts that a position of this list has.</param>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>page_token.invalid</c>.</exception>
    public static IReadOnlyList<string>? Read(IMessage request, string token, int parts)
    {
        if (token.Length == 0)
        {
            return null;
        }

        try
        {
            var bytes = Base64Url.DecodeFromChars(token);
            if (bytes.Length > CheckLength)
            {
                Span<byte> expected = stackalloc byte[CheckLength];
                Check(request, bytes.AsSpan(CheckLength), expected);
                if (expected.SequenceEqual(bytes.AsSpan(0, CheckLength))
                    && JsonSerializer.Deserialize<string[]>(bytes.AsSpan(CheckLength)) is { } position
                    && position.Length == parts)
                {
                    return position;
                }
            }
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            // Not one of ours: refused below.
        }

        throw Refusal.Invalid("page_token", "page_token.invalid", "page_token không đúng hoặc thuộc về một bộ lọc khác; hãy đọc lại từ trang đầu.");
    }

    static void Check(IMessage request, ReadOnlySpan<byte> position, Span<byte> check)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(request.Descriptor.FullName));
        foreach (var field in request.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.Name is not ("page_size" or "page_token") && field.Accessor.GetValue(request) is { } value)
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"\n{field.FieldNumber}={value}"));
            }
        }

        hash.AppendData("\n"u8);
        hash.AppendData(position);
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(whole);
        whole[..CheckLength].CopyTo(check);
    }
}
