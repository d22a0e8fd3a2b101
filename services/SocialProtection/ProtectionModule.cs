using AnSinh.BenefitPayments.Housing;
using AnSinh.BenefitPayments.SupportLists;
using AnSinh.Contracts.Protection.V1;
using AnSinh.People;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;
using AnSinh.SocialProtection.Assistance;
using AnSinh.SocialProtection.Data;
using AnSinh.SocialProtection.Housing;
using AnSinh.SocialProtection.Poverty;
using AnSinh.SocialProtection.SupportLists;

namespace AnSinh.SocialProtection;

/// <summary>Everything that the social-protection service puts into a host.</summary>
public static class ProtectionModule
{
    /// <summary>Name of the module, of its event source and of its connection string.</summary>
    public const string Name = "protection";

    /// <summary>Permission to see citizen numbers whole.</summary>
    public const string ReadIdentity = "protection.people.read_identity";

    const string TakeOverLists = "protection.support.take_over";

    /// <summary>Adds the social-protection service.</summary>
    public static ModuleBuilder AddSocialProtection(this ServiceHostBuilder host)
    {
        var module = host.AddModule(Name);
        module.AddDatabase<ProtectionDb, ProtectionSqliteDb, ProtectionSqlServerDb>();
        module.FollowAreas<ProtectionDb>();
        module.RequirePersonKeys();
        module.AddPeople<ProtectionDb>();
        module.AddSupportLists<ProtectionDb>(TakeOverLists, ReadIdentity);
        module.AddHousing<ProtectionDb>(HousingBeneficiary.PoorHousehold, ReadIdentity);
        module.AddGrpc<SupportListGrpc>(SupportListService.Descriptor);
        module.AddGrpc<HousingGrpc>(HousingService.Descriptor);
        module.AddPoverty();
        module.AddAssistance();
        AddRoles(module);
        return module;
    }

    static void AddRoles(ModuleBuilder module)
    {
        string[] read = ["protection.support.read", "protection.housing.read", "protection.surveys.read", "protection.households.read"];
        string[] write = [.. read, "protection.support.import", "protection.housing.write", "protection.surveys.import"];
        module.AddRole("protection-viewer", read);
        module.AddRole("protection-clerk", write);
        module.AddRole("protection-officer",
            [.. write, "protection.programmes.write", "protection.surveys.write", "protection.support.appraise", "protection.support.deliver", TakeOverLists, "protection.housing.import", ReadIdentity]);
        module.AddRole("protection-approver", [.. read, "protection.support.approve", "protection.surveys.approve"]);
    }
}
