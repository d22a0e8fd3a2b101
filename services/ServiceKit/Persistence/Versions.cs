using System.Globalization;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>A record with optimistic concurrency: the version goes up by one with every change, on both databases.</summary>
public interface IVersioned
{
    /// <summary>Version, from 1; kept by <see cref="ServiceDb"/>.</summary>
    int Version { get; set; }
}

/// <summary>The version of a record as clients see it (AIP-154).</summary>
public static class Etag
{
    /// <summary>The etag of a record's current version.</summary>
    public static string Of(IVersioned record) => record.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Refuses a change that was decided on another version than the current one.</summary>
    /// <exception cref="Refusal">ABORTED <c>etag.mismatch</c> with the current etag; INVALID_ARGUMENT <c>etag.missing</c>.</exception>
    public static void Check(IVersioned record, string sent, string field)
    {
        if (sent.Length == 0)
        {
            throw Refusal.Invalid(field, "etag.missing", "Thiếu etag: hãy đọc lại bản ghi và gửi kèm etag của bản đã xem.");
        }

        if (sent != Of(record))
        {
            throw Refusal.Conflict("etag.mismatch", "Bản ghi đã được người khác thay đổi sau khi quý vị xem; hãy đọc lại rồi quyết định.", Of(record));
        }
    }
}
