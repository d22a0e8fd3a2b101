using AnSinh.BenefitPayments;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Data;
using AnSinh.ServiceKit.Hosting;

namespace AnSinh.Employment.UnemploymentPayments;

/// <summary>Puts the payment of unemployment benefit into the module.</summary>
static class UnemploymentPaymentSetup
{
    /// <summary>Adds scheme, use cases, faces and roles.</summary>
    public static void AddUnemploymentPayments(this ModuleBuilder module)
    {
        module.AddBenefitPayments<EmploymentDb>(UnemploymentScheme.Scheme);
        module.AddGrpc<UnemploymentBenefitGrpc>(UnemploymentBenefitService.Descriptor);
        module.AddGrpc<UnemploymentPaymentGrpc>(UnemploymentPaymentService.Descriptor);
        module.AddGrpc<UnemploymentRecoveryGrpc>(UnemploymentRecoveryService.Descriptor);
        module.Services.AddScoped<BenefitOfClaim>();
        module.Services.AddScoped<BenefitIntake>();
        const string Read = "employment.benefits.read";
        const string Write = "employment.benefits.write";
        module.AddRole("employment-viewer", Read);
        module.AddRole("employment-clerk", Read, Write);
        module.AddRole("employment-officer", Read, Write, "employment.benefits.run", "employment.benefits.configure");
        module.AddRole("employment-approver", Read, "employment.benefits.approve");
    }
}
