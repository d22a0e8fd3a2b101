using System.Collections.Frozen;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.ServiceKit.Identity;

/// <summary>
/// The areas that a caller may act in: the codes of the token with everything below them, or all. Codes are looked up on the day in
/// question, since units come and go and codes are used again.
/// </summary>
public sealed partial class AreaScope
{
    /// <summary>The code in a token that stands for all areas.</summary>
    public const string AllAreas = "*";

    readonly FrozenSet<string> codes;

    AreaScope(bool unrestricted, IEnumerable<string> codes)
    {
        IsUnrestricted = unrestricted;
        this.codes = codes.ToFrozenSet(StringComparer.Ordinal);
        Codes = [.. this.codes.Order(StringComparer.Ordinal)];
    }

    /// <summary>All areas.</summary>
    public static AreaScope All { get; } = new(true, []);

    /// <summary>Whether the scope is all areas.</summary>
    public bool IsUnrestricted { get; }

    /// <summary>Codes of the areas, sorted; empty when unrestricted, and empty for a caller who may act nowhere.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>The areas with these codes and everything below them.</summary>
    /// <param name="codes">Codes; <c>*</c> among them means all; none means nowhere.</param>
    public static AreaScope Of(IEnumerable<string> codes)
    {
        var given = codes.Where(code => code.Length > 0).ToList();
        return given.Contains(AllAreas) ? All : new AreaScope(false, given);
    }

    /// <summary>The refusal of an area outside a caller's scope.</summary>
    /// <param name="areaCode">Code of the area.</param>
    public static Refusal OutOfScope(string areaCode) =>
        new(RefusalKind.Denied, "area.out_of_scope", $"Địa bàn có mã “{areaCode}” không tồn tại hoặc nằm ngoài địa bàn được giao cho tài khoản này.")
        {
            Metadata = new Dictionary<string, string> { ["area_code"] = areaCode },
        };
}
