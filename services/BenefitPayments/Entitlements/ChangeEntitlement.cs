using AnSinh.BenefitPayments.Rates;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Entitlements;

/// <summary>Changes the level or the way of payment of an entitlement.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds and makes entitlements.</param>
/// <param name="starting">Starts the entitlement at the new level.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="rates">The levels.</param>
/// <param name="messages">The answers.</param>
/// <param name="cipher">Encrypts accounts.</param>
/// <param name="time">Clock.</param>
public sealed class ChangeEntitlement<TDb>(
    TDb db, EntitlementBook<TDb> book, StartEntitlement<TDb> starting, AreaDirectory areas, RateCatalogue<TDb> rates, EntitlementMessages messages,
    FieldCipher cipher, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Ends the entitlement with the month before and starts one at the new level.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; FAILED_PRECONDITION <c>entitlement.not_active</c>, <c>entitlement.month_settled</c>,
    /// <c>entitlement.excluded_by</c>; ABORTED <c>etag.mismatch</c>; and as when one is found.</exception>
    public async Task<Wire.Entitlement> LevelAsync(string scheme, Wire.ChangeEntitlementRequest request, CancellationToken cancellationToken)
    {
        var former = await FindAsync(scheme, request.Name, request.Etag, cancellationToken);
        var month = PayMonth.Require(request.FromMonth, "from_month");
        EntitlementTurns.RequireUnsettled(former, month, "from_month");
        var found = new List<Violation>();
        var level = EntitlementRules.Level(request.Category, request.MultiplierThousandths, request.FixedAmountVnd, "entitlement", found);
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        var reason = Texts.RequireReason(request.Reason);
        var day = PayMonth.FirstDay(month);
        var draft = new EntitlementDraft
        {
            AreaCode = CommuneOnDay.Of(areas, former.AreaCode, former.AreaOn, day),
            AreaOn = day,
            Level = level,
            StartMonth = month,
            EndMonth = former.EndMonth,
            PayableFrom = month,
            Channel = former.Channel,
            Account = former.SealedAccount is null ? null : cipher.Decrypt(former.SealedAccount),
            DecisionNo = Texts.Require(request.DecisionNo, "decision_no", "entitlement.decision_required", "Số quyết định", 50),
        };
        var (reportCategory, problem) = book.Rate(await rates.TableAsync(scheme, cancellationToken), draft, "entitlement");
        if (problem is not null)
        {
            throw Refusal.Invalid(problem with { Field = "category" });
        }

        var person = await db.Set<Person>().SingleAsync(one => one.Id == former.PersonId, cancellationToken);
        (former.EndMonth, former.State, former.Reason, former.UpdatedAt) = (PayMonth.Plus(month, -1), EntitlementState.Stopped, reason, time.GetUtcNow());
        book.TellEnded(former, person, month, "ineligible");
        return messages.ForCommand(db, await starting.StartAsync(scheme, person, draft, reportCategory, cancellationToken, replaces: former.Id), person);
    }

    /// <summary>Pays in another way from the next run on.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; FAILED_PRECONDITION <c>entitlement.not_active</c>; ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<Wire.Entitlement> ChannelAsync(string scheme, Wire.ChangePaymentChannelRequest request, CancellationToken cancellationToken)
    {
        var one = await FindAsync(scheme, request.Name, request.Etag, cancellationToken);
        var found = new List<Violation>();
        EntitlementRules.CheckAccount(request.Channel, request.Account, "", found);
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        one.Channel = (PaymentChannel)request.Channel;
        one.SealedAccount = request.Account.Length == 0 ? null : cipher.Encrypt(request.Account);
        one.UpdatedAt = time.GetUtcNow();
        return messages.ForCommand(db, one, await db.Set<Person>().SingleAsync(person => person.Id == one.PersonId, cancellationToken));
    }

    async Task<Entitlement> FindAsync(string scheme, string name, string etag, CancellationToken cancellationToken)
    {
        var one = await book.FindAsync(scheme, name, "name", cancellationToken);
        EntitlementTurns.Require(one, EntitlementState.Active);
        Etag.Check(one, etag, "etag");
        return one;
    }
}
