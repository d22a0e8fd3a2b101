using System.Globalization;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.ServiceKit.Requests;

/// <summary>Names of records on the wire: collection and key, such as <c>workers/0197…</c> (AIP-122).</summary>
public static class ResourceName
{
    /// <summary>The name of a record.</summary>
    /// <param name="collection">Collection, such as <c>workers</c>.</param>
    /// <param name="id">Key.</param>
    public static string Format(string collection, Guid id) => string.Create(
        collection.Length + 37,
        (collection, id),
        static (text, name) =>
        {
            name.collection.CopyTo(text);
            text[name.collection.Length] = '/';
            name.id.TryFormat(text[(name.collection.Length + 1)..], out _);
        });

    /// <summary>The key in a name.</summary>
    /// <param name="collection">Collection that the name must belong to.</param>
    /// <param name="name">Name as sent.</param>
    /// <param name="field">Field that held it, for the refusal.</param>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>.</exception>
    public static Guid Parse(string collection, string name, string field) =>
        TryParse(collection, name, out var id) ? id : throw Refusal.Invalid(Malformed(collection, name, field));

    /// <summary>Reads the key in a name.</summary>
    /// <returns>Whether the name is one of the collection.</returns>
    public static bool TryParse(string collection, ReadOnlySpan<char> name, out Guid id)
    {
        id = Guid.Empty;
        return name.Length == collection.Length + 37
            && name.StartsWith(collection, StringComparison.Ordinal)
            && name[collection.Length] == '/'
            && Guid.TryParseExact(name[(collection.Length + 1)..], "D", out id);
    }

    /// <summary>The violation of a name that is not one of the collection.</summary>
    public static Violation Malformed(string collection, string name, string field) => new(
        field, "name.malformed", string.Create(CultureInfo.InvariantCulture, $"Tên “{Shown(name)}” không đúng; cần dạng {collection}/{{uuid}}."));

    static string Shown(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
