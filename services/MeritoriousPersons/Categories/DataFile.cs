using System.Globalization;
using System.Reflection;
using CsvHelper;

namespace AnSinh.MeritoriousPersons.Categories;

/// <summary>Reads the dated lists that come with the service.</summary>
static class DataFile
{
    /// <summary>The rows of a CSV file of the build, without the header.</summary>
    /// <param name="name">Name of the resource.</param>
    public static List<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the build.");
        using var reader = new StreamReader(stream);
        using var parser = new CsvParser(reader, CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        parser.Read();
        while (parser.Read())
        {
            rows.Add(parser.Record!);
        }

        return rows;
    }
}
