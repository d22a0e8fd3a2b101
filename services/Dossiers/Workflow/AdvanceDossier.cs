using AnSinh.Contracts.Events.Dossiers.V1;
using AnSinh.Dossiers.Papers;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Dossiers.V1;

namespace AnSinh.Dossiers.Workflow;

/// <summary>Moves a dossier by one action: on, back, or out of the register.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">What the use cases have in common.</param>
/// <param name="rules">For the province that it goes to.</param>
/// <param name="time">Clock.</param>
public sealed class AdvanceDossier<TDb>(TDb db, DossierBook<TDb> book, DossierRules rules, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Moves.</summary>
    /// <exception cref="Refusal">NOT_FOUND <c>dossier.not_found</c>; PERMISSION_DENIED <c>area.out_of_scope</c>; ABORTED
    /// <c>etag.mismatch</c>; FAILED_PRECONDITION <c>dossier.wrong_state</c>, <c>dossier.papers_missing</c>, <c>dossier.same_officer</c>;
    /// INVALID_ARGUMENT <c>reason.invalid</c>, <c>dossier.province_invalid</c>.</exception>
    public async Task<Dossier> RunAsync(DossierAction action, Wire.AdvanceDossierRequest request, CancellationToken cancellationToken)
    {
        var dossier = await book.FindAsync(request.Name, cancellationToken);
        var from = dossier.State;
        var to = DossierWorkflow.Next(from, action)
            ?? throw Refusal.Precondition("dossier.wrong_state", $"Hồ sơ {DossierWorkflow.TextOf(from)}, không làm được bước này.");
        Etag.Check(dossier, request.Etag, "etag");
        var reason = DossierBook<TDb>.Reason(request.Reason, to is DossierState.Refused or DossierState.ReturnedForSupplement or DossierState.Voided);
        CheckProvince(action, request);
        await CheckDecisionAsync(dossier, action, cancellationToken);

        var today = book.Today;
        var due = (await book.DeadlinesAsync(cancellationToken)).DueOn(dossier.Category, to, today);
        var first = dossier.Enter(to, db.Origin.Actor, today, due, time.GetUtcNow());
        dossier.TransferredTo = request.ToProvince;
        book.Note(dossier, from, to, reason);
        book.Tell(dossier, EventOf(dossier, from, first), today);
        return dossier;
    }

    void CheckProvince(DossierAction action, Wire.AdvanceDossierRequest request)
    {
        if (action == DossierAction.TransferOut ? !rules.IsProvince(request.ToProvince) : request.ToProvince.Length > 0)
        {
            throw Refusal.Invalid("to_province", "dossier.province_invalid", action == DossierAction.TransferOut
                ? "Phải ghi mã 2 chữ số của tỉnh, thành phố nhận hồ sơ."
                : "Chỉ ghi tỉnh nhận khi di chuyển hồ sơ.");
        }
    }

    async Task CheckDecisionAsync(Dossier dossier, DossierAction action, CancellationToken cancellationToken)
    {
        if (action is not (DossierAction.Approve or DossierAction.Refuse))
        {
            return;
        }

        if (dossier.AppraisedBy == db.Origin.Actor)
        {
            throw Refusal.Precondition("dossier.same_officer", "Người đã thẩm định không được quyết định hồ sơ; cần một tài khoản khác.");
        }

        if (action == DossierAction.Refuse)
        {
            return;
        }

        var missing = await db.Set<DossierPaper>().AsNoTracking().Where(paper => paper.DossierId == dossier.Id && paper.Missing)
            .OrderBy(paper => paper.Number).Select(paper => paper.Title).ToListAsync(cancellationToken);
        if (missing.Count > 0)
        {
            throw Refusal.Precondition("dossier.papers_missing", $"Chưa phê duyệt được, hồ sơ còn thiếu: {string.Join("; ", missing)}.");
        }
    }

    static object EventOf(Dossier dossier, DossierState from, bool first) => dossier.IsReleased
        ? new DossierReleased
        {
            Register = dossier.Register,
            Category = dossier.Category,
            Digitised = dossier.Digitisation == DigitisationState.Verified,
            Reason = DossierWorkflow.NameOf(dossier.State),
        }
        : new DossierAdvanced
        {
            Register = dossier.Register,
            Category = dossier.Category,
            From = DossierWorkflow.NameOf(from),
            To = DossierWorkflow.NameOf(dossier.State),
            FirstTime = first,
        };
}
