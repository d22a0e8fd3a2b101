using AnSinh.BenefitPayments.Housing;
using AnSinh.BenefitPayments.SupportLists;
using AnSinh.Contracts.Merit.V1;
using AnSinh.Dossiers;
using AnSinh.MeritoriousPersons.Allowances;
using AnSinh.MeritoriousPersons.Data;
using AnSinh.MeritoriousPersons.Dossiers;
using AnSinh.MeritoriousPersons.Gifts;
using AnSinh.MeritoriousPersons.Housing;
using AnSinh.MeritoriousPersons.LivingStandards;
using AnSinh.MeritoriousPersons.Persons;
using AnSinh.MeritoriousPersons.Reburials;
using AnSinh.People;
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
        module.AddPeople<MeritDb>();
        module.AddDossiers<MeritDb>(MeritDossiers.Register);
        module.AddSupportLists<MeritDb>(MeritRoles.TakeOverGifts, PersonNames.ReadIdentity);
        module.AddHousing<MeritDb>(HousingBeneficiary.Merit, PersonNames.ReadIdentity);
        module.AddAllowances();
        module.AddGrpc<DossierGrpc>(DossierService.Descriptor);
        module.AddGrpc<PersonGrpc>(MeritPersonService.Descriptor);
        module.AddGrpc<ReburialGrpc>(ReburialService.Descriptor);
        module.AddGrpc<LivingStandardGrpc>(LivingStandardService.Descriptor);
        module.AddGrpc<GiftGrpc>(GiftService.Descriptor);
        module.AddGrpc<HousingGrpc>(MeritHousingService.Descriptor);
        module.FollowAreas<MeritDb>();
        module.AddMeritRoles();
        AddFeatures(module.Services);
        return module;
    }

    static void AddFeatures(IServiceCollection services)
    {
        services.AddSingleton<PersonRecordRules>();
        services.AddScoped<PersonBook>();
        services.AddScoped<RegisterMeritPerson>();
        services.AddScoped<AddRelative>();
        services.AddScoped<RecordDeath>();
        services.AddScoped<VoidMeritPerson>();
        services.AddScoped<ListMeritPersons>();
        services.AddSingleton<ReburialRules>();
        services.AddScoped<ReburialBook>();
        services.AddScoped<ListReburials>();
        services.AddScoped<SurveyBook>();
        services.AddScoped<ApproveLivingStandards>();
        services.AddScoped<FormImportSteps>();
    }
}
