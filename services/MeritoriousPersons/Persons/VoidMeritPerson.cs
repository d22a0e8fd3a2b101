using AnSinh.ServiceKit.Errors;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.Persons;

/// <summary>Voids a record that should never have been made. The natural person stays, and so do other categories.</summary>
/// <param name="book">Finds records.</param>
/// <param name="time">Clock.</param>
public sealed class VoidMeritPerson(PersonBook book, TimeProvider time)
{
    /// <summary>Voids.</summary>
    /// <exception cref="Refusal">As <see cref="PersonBook.FindAsync(string, CancellationToken)"/> and
    /// <see cref="PersonBook.RequireInForce"/>; INVALID_ARGUMENT <c>reason.invalid</c>.</exception>
    public async Task<MeritPerson> RunAsync(Wire.VoidMeritPersonRequest request, CancellationToken cancellationToken)
    {
        var record = await book.FindAsync(request.Name, cancellationToken);
        PersonBook.RequireInForce(record, request.Etag);
        record.VoidReason = VoidReasons.Require(request.Reason);
        record.IsVoided = true;
        record.UpdatedAt = time.GetUtcNow();
        return record;
    }
}

/// <summary>What a reason for voiding must look like.</summary>
static class VoidReasons
{
    const int Longest = 500;

    /// <summary>The reason, tidy.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>reason.invalid</c>.</exception>
    public static string Require(string reason) => reason.Trim() is { Length: > 0 and <= Longest } tidy
        ? tidy
        : throw Refusal.Invalid("reason", "reason.invalid", $"Phải ghi lý do, từ 1 đến {Longest} ký tự.");
}
