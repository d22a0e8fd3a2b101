namespace AnSinh.ServiceKit.Areas;

/// <summary>
/// The small set of real units that demonstrations and tests need: all provinces of both eras, and the districts and communes of Hà
/// Tĩnh (42) and Huế (46). From the national statistics office's lists; an import of the whole country goes over it.
/// </summary>
static class BuiltInAreas
{
    /// <summary>Day on which districts ended and provinces and communes merged (Resolutions 202/2025/QH15, 203/2025/QH15).</summary>
    static readonly DateOnly Reform = new(2025, 7, 1);

    public static IReadOnlyList<AreaUnit> Units { get; } = Read("built-in-units.csv", reader => AreaCsv.ReadUnits(reader).Select(row => row.Unit).ToArray());

    public static IReadOnlyList<AreaSuccession> Successions { get; } =
        Read("built-in-mergers.csv", reader => AreaCsv.ReadMergers(reader, Reform).Select(row => row.Succession).ToArray());

    static T Read<T>(string file, Func<TextReader, T> read)
    {
        using var stream = typeof(BuiltInAreas).Assembly.GetManifestResourceStream($"AnSinh.ServiceKit.Areas.{file}")
            ?? throw new InvalidOperationException($"The resource {file} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return read(reader);
    }
}
