using AnSinh.MeritoriousPersons.Persons;
using AnSinh.ServiceKit.Hosting;

namespace AnSinh.MeritoriousPersons;

/// <summary>
/// Who may do what: viewers read, clerks keep the registers, officers appraise, import and see identities, approvers decide. Nobody is both
/// officer and approver by a role of this list; where one account has both roles, the rules of the records still ask for two accounts.
/// </summary>
static class MeritRoles
{
    /// <summary>Permission to import gifts as approved on paper.</summary>
    public const string TakeOverGifts = "merit.gifts.take_over";

    static readonly string[] read =
    [
        "merit.dossiers.read", "merit.persons.read", "merit.reburials.read", "merit.surveys.read", "merit.gifts.read", "merit.housing.read",
        "merit.allowances.read",
    ];

    static readonly string[] keep =
    [
        .. read, "merit.dossiers.write", "merit.persons.write", "merit.reburials.write", "merit.surveys.write", "merit.gifts.import", "merit.housing.write",
        "merit.allowances.write",
    ];

    static readonly string[] run =
    [
        .. keep, PersonNames.ReadIdentity, "merit.persons.void", "merit.dossiers.appraise", "merit.dossiers.import", "merit.dossiers.release",
        "merit.dossiers.configure", "merit.reburials.void", "merit.surveys.import", "merit.gifts.campaign", "merit.gifts.appraise", "merit.gifts.deliver", TakeOverGifts,
        "merit.housing.import",
        "merit.allowances.import", "merit.allowances.run", "merit.allowances.configure",
    ];

    static readonly string[] decide =
    [
        .. read, "merit.dossiers.approve", "merit.surveys.approve", "merit.gifts.approve", "merit.allowances.approve",
    ];

    /// <summary>Adds the service's roles.</summary>
    public static void AddMeritRoles(this ModuleBuilder module)
    {
        module.AddRole("merit-viewer", read);
        module.AddRole("merit-clerk", keep);
        module.AddRole("merit-officer", run);
        module.AddRole("merit-approver", decide);
    }
}
