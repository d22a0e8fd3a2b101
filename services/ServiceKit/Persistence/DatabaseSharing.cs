using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>Whether other processes may work on a service's database at the same time: several instances of the service.</summary>
public static class DatabaseSharing
{
    /// <summary>
    /// Reads it from configuration. A server database may always be shared. An embedded one is a process's own unless
    /// <c>Database:Shared=true</c>, which is for rehearsing several instances on one machine: every write then waits its turn among
    /// processes too, and the file system must be a local one (SQLite's log is shared memory).
    /// </summary>
    public static bool IsShared(IConfiguration configuration) =>
        configuration["Database:Provider"] == "SqlServer" || configuration.GetValue("Database:Shared", false);
}
