using System.CommandLine;

namespace AnSinh.AllInOne.Commands;

/// <summary>Options of the commands that open a data directory or start the platform.</summary>
static class HostOptions
{
    public static Option<string> Data() => new("--data")
    {
        Description = "Directory of the databases and keys.",
        DefaultValueFactory = _ => "data",
        Recursive = false,
    };

    public static Option<int> Port() => new("--port")
    {
        Description = "gRPC port; the web port is the next one. 0 takes free ports.",
        DefaultValueFactory = _ => 5080,
    };

    public static HostSettings Settings(ParseResult parsed, Option<string> data, Option<int> port)
    {
        var number = parsed.GetValue(port);
        return new HostSettings(parsed.GetValue(data)!, number, number == 0 ? 0 : number + 1);
    }
}
