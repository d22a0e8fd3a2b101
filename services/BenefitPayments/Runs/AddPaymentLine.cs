using AnSinh.BenefitPayments.Entitlements;
using AnSinh.BenefitPayments.Rates;
using AnSinh.People;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Runs;

/// <summary>Adds what is due to one person to a draft: somebody entitled after the run was prepared.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds runs.</param>
/// <param name="entitlements">Finds entitlements.</param>
/// <param name="people">Finds people.</param>
/// <param name="reader">Reads what is due.</param>
/// <param name="booker">Books it.</param>
/// <param name="rates">The levels.</param>
/// <param name="schemes">The schemes.</param>
/// <param name="time">Clock.</param>
public sealed class AddPaymentLine<TDb>(
    TDb db, RunBook<TDb> book, EntitlementBook<TDb> entitlements, PersonRegistry<TDb> people, DueReader<TDb> reader, RunBooker<TDb> booker,
    RateCatalogue<TDb> rates, SchemeBook schemes, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Adds.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>run.wrong_state</c>, <c>payment.no_entitlement</c>, <c>payment.dead_before_month</c>,
    /// <c>payment.month_already_paid</c>, <c>rate.*</c>; INVALID_ARGUMENT with the field; ABORTED <c>etag.mismatch</c>; and as when a run is found.</exception>
    public async Task<Wire.PaymentRun> RunAsync(string scheme, Wire.AddPaymentLineRequest request, CancellationToken cancellationToken)
    {
        var run = await book.FindAsync(scheme, request.Name, cancellationToken);
        RunBook<TDb>.Require(run, PaymentRunState.Draft);
        Etag.Check(run, request.Etag, "etag");
        var (person, wanted) = await PersonAsync(scheme, request, cancellationToken) ?? throw NoEntitlement(run);
        if (person.DiedOn is { } died && PayMonth.Of(died) < run.Month)
        {
            throw Refusal.Precondition("payment.dead_before_month", $"Người này đã mất ngày {VietnamDay.Text(died)}, trước tháng {PayMonth.Text(run.Month)}.");
        }

        var table = await rates.TableAsync(scheme, cancellationToken);
        var rows = await reader.ReadPersonAsync(scheme, person.Id, run.AreaCode, run.Month, cancellationToken);
        var inForce = rows.FindAll(row => row.PayableFrom <= run.Month && row.LastCovered(run.Month) == run.Month);
        var left = Exclusions.Of(schemes[scheme].ExclusivityGroups, inForce, run.Month, table).ToHashSet();
        var chosen = inForce.FindAll(row => !left.Contains(row.Id) && (wanted is null || row.Id == wanted));
        if (chosen.Count == 0)
        {
            throw NoEntitlement(run);
        }

        var settled = await reader.SettledAsync(chosen, table, cancellationToken);
        var due = chosen.ConvertAll(row => DueMonths.Of(row, run.Month, table, settled.GetValueOrDefault(row.Id)));
        if (due.Find(line => line.Problem is not null) is { Problem: { } problem })
        {
            throw Refusal.Precondition(problem.Code, problem.Message);
        }

        due.RemoveAll(line => line.Months.Count == 0);
        if (due.Count == 0)
        {
            throw Refusal.Precondition("payment.month_already_paid", $"Người này đã được tính chi trả đến tháng {PayMonth.Text(run.Month)}.");
        }

        run.UpdatedAt = time.GetUtcNow();
        await booker.BookAsync(run, due, cancellationToken);
        return RunMessages.ForCommand(db, run);
    }

    async Task<(Person Person, Guid? Entitlement)?> PersonAsync(string scheme, Wire.AddPaymentLineRequest request, CancellationToken cancellationToken)
    {
        if (request.Entitlement.Length > 0)
        {
            var one = await entitlements.FindAsync(scheme, request.Entitlement, "entitlement", cancellationToken);
            return (await db.Set<Person>().SingleAsync(person => person.Id == one.PersonId, cancellationToken), one.Id);
        }

        var found = new List<Violation>();
        var number = PersonRules.CheckNumber(request.CitizenNumber, "citizen_number", VietnamDay.Today(time), found)
            ?? throw (found.Count > 0 ? Refusal.Invalid(found)
                : Refusal.Invalid("entitlement", "payment.person_required", "Phải ghi quyền lợi hoặc số định danh của người được chi trả."));
        return await people.FindAsync(number, cancellationToken) is { } person ? (person, null) : null;
    }

    static Refusal NoEntitlement(PaymentRun run) => Refusal.Precondition(
        "payment.no_entitlement", $"Người này không có quyền lợi đang hưởng trong tháng {PayMonth.Text(run.Month)} tại địa bàn của đợt chi trả.");
}
