namespace AnSinh.Reporting.Formulas;

/// <summary>
/// What a figure counts, by its Vietnamese name: người, lượt, hộ, hồ sơ, suất, đồng … Figures of different units are different
/// things and are never added or subtracted; dividing any two gives a pure number.
/// </summary>
/// <param name="Name">The name as reports print it; empty for a pure number.</param>
public sealed record Unit(string Name)
{
    /// <summary>A number that counts nothing: a ratio, a factor.</summary>
    public static Unit Pure { get; } = new("");

    /// <summary>người: distinct persons.</summary>
    public static Unit Persons { get; } = new("người");

    /// <summary>đồng: Vietnamese dong, whole.</summary>
    public static Unit Dong { get; } = new("đồng");

    /// <summary>%: a ratio × 100.</summary>
    public static Unit Percent { get; } = new("%");

    /// <summary>điểm %: the difference of two percentages.</summary>
    public static Unit PercentagePoints { get; } = new("điểm %");

    /// <summary>As messages say it.</summary>
    public override string ToString() => Name.Length == 0 ? "a pure number" : Name;
}
