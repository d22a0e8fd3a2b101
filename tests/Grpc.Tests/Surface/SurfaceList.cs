namespace Grpc.Tests.Surface;

/// <summary>One of the two lists that were read from the packages' metadata: types, each followed by indented members.</summary>
public static class SurfaceList
{
    public static IEnumerable<(string Types, string Member)> Members(string file) =>
        Entries(file).Where(entry => entry.Member.Length > 0);

    public static IEnumerable<string> Types(string file) => Entries(file).SelectMany(entry => entry.Types.Split(", ")).Distinct();

    static IEnumerable<(string Types, string Member)> Entries(string file)
    {
        var types = "";
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Surface", file)))
        {
            if (line.StartsWith('#') || line.Trim().Length == 0) continue;
            if (line.StartsWith(' '))
            {
                yield return (types, line.Trim());
                continue;
            }

            types = line.Trim();
            yield return (types, "");
        }
    }
}
