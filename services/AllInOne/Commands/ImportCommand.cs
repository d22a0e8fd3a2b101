using System.CommandLine;

namespace AnSinh.AllInOne.Commands;

/// <summary><c>import placements</c>: sends a CSV file of placements to a running platform and says what became of each row.</summary>
static class ImportCommand
{
    public static Command Create()
    {
        return new Command("import", "Imports records from files.");
    }
}
