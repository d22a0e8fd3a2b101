using AnSinh.ServiceKit.Hosting;
using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Identity;

/// <summary>Where the platform's secret keys are, and whether missing ones may be made.</summary>
static class KeyFiles
{
    /// <summary>
    /// Opens the key file that a setting names. Without the setting the key lives under the data directory, and is made there on the
    /// first start: only where one process is the whole platform (<c>Identity:MakeKeys</c>, by default when a development issuer is at
    /// work), since services with different keys would see different people.
    /// </summary>
    public static KeyFile Open(IConfiguration configuration, HostPaths paths, string setting, string fileName)
    {
        if (configuration[setting] is { Length: > 0 } path)
        {
            return KeyFile.Read(Path.GetFullPath(path));
        }

        var makes = configuration.GetValue("Identity:MakeKeys", configuration.GetValue("Authentication:Development", false));
        var local = Path.Combine(paths.KeysDirectory, fileName);
        return makes || File.Exists(local)
            ? KeyFile.ReadOrMake(local)
            : throw new InvalidOperationException(
                $"{setting} is not set. Give every service the same key file, or set Identity:MakeKeys=true where one process is the whole platform.");
    }
}
