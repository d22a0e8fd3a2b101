using AnSinh.BenefitPayments;
using AnSinh.Contracts.Merit.V1;
using AnSinh.MeritoriousPersons.Data;
using AnSinh.ServiceKit.Hosting;

namespace AnSinh.MeritoriousPersons.Allowances;

/// <summary>Puts the allowances into the module.</summary>
static class AllowanceSetup
{
    /// <summary>Adds scheme, levels, use cases and faces.</summary>
    public static ModuleBuilder AddAllowances(this ModuleBuilder module)
    {
        module.AddBenefitPayments<MeritDb>(AllowanceScheme.Scheme);
        module.AddGrpc<AllowanceGrpc>(AllowanceService.Descriptor);
        module.AddGrpc<AllowancePaymentGrpc>(AllowancePaymentService.Descriptor);
        module.AddGrpc<AllowanceRecoveryGrpc>(AllowanceRecoveryService.Descriptor);
        return module;
    }
}
