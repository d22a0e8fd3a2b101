using System.Globalization;
using AnSinh.Dossiers.Workflow;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Dossiers.V1;

namespace AnSinh.Dossiers.Deadlines;

/// <summary>Adds and lists deadlines. A deadline is never changed: a later row follows it.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">What the use cases have in common.</param>
/// <param name="time">Clock.</param>
public sealed class DeadlineBook<TDb>(TDb db, DossierBook<TDb> book, TimeProvider time)
    where TDb : ServiceDb
{
    const int LongestBasis = 200;
    const int LongestDeadline = 365;

    /// <summary>Adds a deadline.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; ALREADY_EXISTS <c>dossier.deadline_exists</c>.</exception>
    public async Task<Wire.DossierDeadline> AddAsync(Wire.AddDossierDeadlineRequest request, CancellationToken cancellationToken)
    {
        var deadline = Check(request.Deadline ?? new Wire.DossierDeadline());
        var (register, category, state, from) = (deadline.Register, deadline.Category, deadline.State, deadline.AppliedFrom);
        if (await db.Set<DossierDeadline>().AnyAsync(
            one => one.Register == register && one.Category == category && one.State == state && one.AppliedFrom == from, cancellationToken))
        {
            throw Refusal.AlreadyExists("dossier.deadline_exists", "Đã có thời hạn cho diện, bước và ngày áp dụng này.");
        }

        db.Add(deadline);
        return ToMessage(deadline);
    }

    /// <summary>Lists a page of the deadlines.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>page_token.invalid</c>.</exception>
    public async Task<Wire.ListDossierDeadlinesResponse> ListAsync(Wire.ListDossierDeadlinesRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var skip = PageToken.Read(request, request.PageToken, parts: 1) is { } after ? int.Parse(after[0], CultureInfo.InvariantCulture) : 0;
        var rows = (await book.DeadlinesAsync(cancellationToken)).Rows;
        var response = new Wire.ListDossierDeadlinesResponse { Deadlines = { rows.Skip(skip).Take(size).Select(ToMessage) } };
        response.NextPageToken = skip + size < rows.Count ? PageToken.Make(request, (skip + size).ToString(CultureInfo.InvariantCulture)) : "";
        return response;
    }

    DossierDeadline Check(Wire.DossierDeadline sent)
    {
        var found = new List<Violation>();
        if (sent.Category.Length > 0 && !book.Register.Categories.ContainsKey(sent.Category))
        {
            found.Add(new Violation("deadline.category", "dossier.category_unknown", $"Diện không đúng; cho phép: {string.Join(", ", book.Register.Categories.Keys)} hoặc để trống."));
        }

        if (!DossierWorkflow.IsWaiting((DossierState)sent.State))
        {
            found.Add(new Violation("deadline.state", "dossier.deadline_state_invalid", "Chỉ hồ sơ đang chờ một bước mới có thời hạn: tiếp nhận, đã kiểm tra, đã thẩm định, chờ bổ sung."));
        }

        if (sent.WorkingDays is < 1 or > LongestDeadline)
        {
            found.Add(new Violation("deadline.working_days", "dossier.working_days_out_of_range", $"Số ngày làm việc phải từ 1 đến {LongestDeadline}."));
        }

        if (sent.LegalBasis.Trim().Length is 0 or > LongestBasis)
        {
            found.Add(new Violation("deadline.legal_basis", "dossier.legal_basis_invalid", $"Căn cứ pháp lý phải có từ 1 đến {LongestBasis} ký tự."));
        }

        var from = WireDate.ToDay(sent.AppliedFrom, "deadline.applied_from", found);
        if (sent.AppliedFrom is null)
        {
            found.Add(new Violation("deadline.applied_from", "dossier.applied_from_required", "Phải ghi ngày bắt đầu áp dụng."));
        }

        return found.Count > 0 ? throw Refusal.Invalid(found) : new DossierDeadline
        {
            Id = TimeOrderedId.Next(time),
            Register = book.Register.Code,
            Category = sent.Category,
            State = (DossierState)sent.State,
            WorkingDays = sent.WorkingDays,
            AppliedFrom = from!.Value,
            LegalBasis = sent.LegalBasis.Trim(),
        };
    }

    static Wire.DossierDeadline ToMessage(DossierDeadline deadline) => new()
    {
        Category = deadline.Category,
        State = (Wire.DossierState)deadline.State,
        WorkingDays = deadline.WorkingDays,
        AppliedFrom = WireDate.Of(deadline.AppliedFrom),
        LegalBasis = deadline.LegalBasis,
    };
}
