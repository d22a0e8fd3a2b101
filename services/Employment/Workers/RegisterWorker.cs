using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Workers;

/// <summary>Registers a worker (đăng ký lao động).</summary>
/// <param name="rules">What a worker must look like.</param>
/// <param name="registry">Finds and makes workers.</param>
/// <param name="time">Clock.</param>
public sealed class RegisterWorker(WorkerRules rules, WorkerRegistry registry, TimeProvider time)
{
    /// <summary>Registers.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; ALREADY_EXISTS <c>worker.citizen_number_taken</c>.</exception>
    public async Task<Worker> RunAsync(Wire.RegisterWorkerRequest request, CancellationToken cancellationToken)
    {
        var found = new List<Violation>();
        var draft = rules.Check(request.Worker ?? new Wire.Worker(), "worker", VietnamDay.Today(time), null, found);
        if (draft is null)
        {
            throw Refusal.Invalid(found);
        }

        if (draft.Number is { } number && await registry.FindAsync(number, cancellationToken) is { } known)
        {
            throw Taken(known);
        }

        return registry.Register(draft);
    }

    /// <summary>The refusal of a number that somebody has or had.</summary>
    internal static Refusal Taken(Worker holder) => new(
        RefusalKind.AlreadyExists, "worker.citizen_number_taken", "Số định danh này đã thuộc về một người lao động khác đã đăng ký.")
    {
        Metadata = new Dictionary<string, string> { ["worker"] = ResourceName.Format(WorkerMessages.Collection, holder.Id) },
    };
}
