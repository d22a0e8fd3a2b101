using AnSinh.MeritoriousPersons.Data;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;

namespace AnSinh.MeritoriousPersons;

/// <summary>Everything that the service of meritorious persons puts into a host.</summary>
public static class MeritModule
{
    /// <summary>Name of the module, of its event source and of its connection string.</summary>
    public const string Name = "merit";

    /// <summary>Adds the service.</summary>
    public static ModuleBuilder AddMeritoriousPersons(this ServiceHostBuilder host)
    {
        var module = host.AddModule(Name);
        module.AddDatabase<MeritDb, MeritSqliteDb, MeritSqlServerDb>();
        module.FollowAreas<MeritDb>();
        module.RequirePersonKeys();
        AddRoles(module);
        return module;
    }

    static void AddRoles(ModuleBuilder module)
    {
        // The kernel of benefit payments checks merit.allowances.*; its rpcs are declared in allowances.proto.
        string[] read = ["merit.allowances.read"];
        module.AddRole("merit-viewer", read);
        module.AddRole("merit-clerk", [.. read, "merit.allowances.write"]);
        module.AddRole("merit-officer", [.. read, "merit.allowances.write", "merit.allowances.import", "merit.allowances.prepare"]);
        module.AddRole("merit-approver", [.. read, "merit.allowances.approve"]);
    }
}
