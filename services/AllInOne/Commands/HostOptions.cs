using System.CommandLine;
using System.Net;

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

    public static Option<int> Port()
    {
        var port = new Option<int>("--port")
        {
            Description = "gRPC port; the web port is the next one. 0 takes free ports.",
            DefaultValueFactory = _ => 5080,
        };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or >= IPEndPoint.MaxPort)
            {
                result.AddError($"--port: từ 0 đến {IPEndPoint.MaxPort - 1}.");
            }
        });
        return port;
    }

    public static HostSettings Settings(ParseResult parsed, Option<string> data, Option<int> port)
    {
        var number = parsed.GetValue(port);
        return new HostSettings(parsed.GetValue(data)!, number, number == 0 ? 0 : number + 1);
    }
}
