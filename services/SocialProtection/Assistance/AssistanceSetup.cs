using AnSinh.BenefitPayments;
using AnSinh.Contracts.Protection.V1;
using AnSinh.ServiceKit.Hosting;
using AnSinh.SocialProtection.Data;
using AnSinh.SocialProtection.Eligibility;
using AnSinh.SocialProtection.TopUps;

namespace AnSinh.SocialProtection.Assistance;

/// <summary>Puts what the service pays every month into the module.</summary>
static class AssistanceSetup
{
    public static void AddAssistance(this ModuleBuilder module)
    {
        module.AddBenefitPayments<ProtectionDb>(AssistanceScheme.Scheme, TopUpScheme.Scheme);
        module.AddGrpc<AssistanceGrpc>(AssistanceService.Descriptor);
        module.AddGrpc<AssistancePaymentGrpc>(AssistancePaymentService.Descriptor);
        module.AddGrpc<AssistanceRecoveryGrpc>(AssistanceRecoveryService.Descriptor);
        module.AddGrpc<TopUpGrpc>(TopUpService.Descriptor);
        module.AddGrpc<TopUpPaymentGrpc>(TopUpPaymentService.Descriptor);
        module.AddGrpc<TopUpRecoveryGrpc>(TopUpRecoveryService.Descriptor);
        module.Services.AddScoped<EligibilityDesk>();
        module.AddGrpc<EligibilityGrpc>(EligibilityService.Descriptor);
        module.AddRole("protection-viewer", "protection.eligibility.read");
        module.AddRole("protection-clerk", "protection.eligibility.read", "protection.eligibility.write");
        module.AddRole("protection-officer", "protection.eligibility.read", "protection.eligibility.write");
        module.AddRole("protection-approver", "protection.eligibility.read");
        foreach (var area in (string[])["protection.assistance", "protection.topups"])
        {
            string[] read = [area + ".read"];
            module.AddRole("protection-viewer", read);
            module.AddRole("protection-clerk", [.. read, area + ".write"]);
            module.AddRole("protection-officer", [.. read, area + ".write", area + ".import", area + ".run", area + ".configure"]);
            module.AddRole("protection-approver", [.. read, area + ".approve"]);
        }
    }
}
