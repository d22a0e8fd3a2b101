using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Hosting;

/// <summary>Where a process keeps its files.</summary>
public sealed class HostPaths
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Takes the directories from a data directory and makes them, readable by the owner only.</summary>
    /// <param name="dataDirectory">Path; a relative one counts from the working directory.</param>
    public HostPaths(string dataDirectory)
    {
        DataDirectory = Path.GetFullPath(dataDirectory);
        KeysDirectory = Path.Combine(DataDirectory, "keys");
        Make(DataDirectory);
        Make(KeysDirectory);
    }

    /// <summary>Absolute path of the data directory (<c>DataDirectory</c>, by default <c>data</c>).</summary>
    public string DataDirectory { get; }

    /// <summary>Absolute path of the directory for keys that this process makes for itself.</summary>
    public string KeysDirectory { get; }

    /// <summary>Takes the data directory from configuration.</summary>
    /// <param name="configuration">Configuration.</param>
    public static HostPaths From(IConfiguration configuration) =>
        new(configuration["DataDirectory"] is { Length: > 0 } directory ? directory : "data");

    static void Make(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, OwnerOnly);
        }
    }
}
