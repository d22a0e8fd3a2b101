using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Employers;

/// <summary>Registers an employer (đăng ký người sử dụng lao động).</summary>
/// <param name="rules">What an employer must look like.</param>
/// <param name="registry">Finds and makes employers.</param>
/// <param name="time">Clock.</param>
public sealed class RegisterEmployer(EmployerRules rules, EmployerRegistry registry, TimeProvider time)
{
    /// <summary>Registers.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; ALREADY_EXISTS <c>employer.tax_code_taken</c>, or
    /// <c>employer.duplicate</c> for the same name in the same commune without a tax code.</exception>
    public async Task<Employer> RunAsync(Wire.RegisterEmployerRequest request, CancellationToken cancellationToken)
    {
        var found = new List<Violation>();
        var draft = rules.Check(request.Employer ?? new Wire.Employer(), "employer", VietnamDay.Today(time), null, areaRequired: true, found)
            ?? throw Refusal.Invalid(found);
        if (await registry.FindAsync(draft, cancellationToken) is not { } known)
        {
            return registry.Register(draft);
        }

        var (code, message) = draft.TaxCode.Length > 0
            ? ("employer.tax_code_taken", $"Mã số thuế {draft.TaxCode} đã được đăng ký.")
            : ("employer.duplicate", "Đã có một người sử dụng lao động không có mã số thuế cùng tên, cùng xã.");
        throw new Refusal(RefusalKind.AlreadyExists, code, message)
        {
            Metadata = new Dictionary<string, string> { ["employer"] = ResourceName.Format(EmployerGrpc.Collection, known.Id) },
        };
    }
}
