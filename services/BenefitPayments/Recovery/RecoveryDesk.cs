using System.Globalization;
using AnSinh.BenefitPayments.Entitlements;
using AnSinh.Contracts.Events.Payments.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Recovery;

/// <summary>The ledger of recoveries: assess, receive, waive, show.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="entitlements">Finds entitlements.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who acts.</param>
/// <param name="time">Clock.</param>
public sealed class RecoveryDesk<TDb>(
    TDb db, EntitlementBook<TDb> entitlements, RecordScope scope, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "recoveries";

    DateOnly Today => VietnamDay.Today(time);

    /// <summary>Assesses an overpayment.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; and as when an entitlement is found.</exception>
    public async Task<Wire.Recovery> AssessAsync(string scheme, Wire.AssessRecoveryRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Recovery ?? new Wire.Recovery();
        var entitlement = await entitlements.FindAsync(scheme, sent.Entitlement, "recovery.entitlement", cancellationToken);
        if (sent.AreaCode != entitlement.AreaCode)
        {
            throw Refusal.Invalid("recovery.area_code", "recovery.other_area", "Mã xã phải là xã của quyền lợi bị chi thừa.");
        }

        if (sent.AmountVnd <= 0)
        {
            throw Refusal.Invalid("recovery.amount_vnd", "recovery.amount_invalid", "Số tiền truy thu phải từ 1 đồng.");
        }

        if (sent.Cause == Wire.OverpaymentCause.Unspecified || !System.Enum.IsDefined((OverpaymentCause)sent.Cause))
        {
            throw Refusal.Invalid("recovery.cause", "recovery.cause_invalid", "Phải chọn lý do chi thừa.");
        }

        var day = PayMonth.RequirePastDay(sent.AssessedOn, "recovery.assessed_on", Today);
        var decision = Texts.Require(sent.DecisionNo, "recovery.decision_no", "recovery.decision_required", "Số quyết định truy thu", 50);
        return Of(Assess(entitlement, sent.AmountVnd, (OverpaymentCause)sent.Cause, decision, day), etag: null);
    }

    /// <summary>Assesses an overpayment of an entitlement, inside a command.</summary>
    internal RecoveryRecord Assess(Entitlement entitlement, long amountVnd, OverpaymentCause cause, string decisionNo, DateOnly on)
    {
        var recovery = new RecoveryRecord
        {
            Id = TimeOrderedId.Next(time),
            Scheme = entitlement.Scheme,
            EntitlementId = entitlement.Id,
            AreaCode = entitlement.AreaCode,
            AreaOn = entitlement.AreaOn,
            AmountVnd = amountVnd,
            Cause = cause,
            DecisionNo = decisionNo,
            AssessedOn = on,
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(recovery);
        Tell(recovery, on, new OverpaymentAssessed
        {
            Scheme = recovery.Scheme,
            AmountVnd = amountVnd,
            Cause = cause switch
            {
                OverpaymentCause.Died => "died",
                OverpaymentCause.DoubleEntitlement => "double_entitlement",
                OverpaymentCause.LevelReduced => "level_reduced",
                OverpaymentCause.Fraud => "fraud",
                _ => "other",
            },
        });
        return recovery;
    }

    /// <summary>Records money that came back.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; FAILED_PRECONDITION <c>recovery.exceeds_outstanding</c>; ABORTED <c>etag.mismatch</c>;
    /// and as when a recovery is found.</exception>
    public async Task<Wire.Recovery> ReceiveAsync(string scheme, Wire.RecordRecoveryReceiptRequest request, CancellationToken cancellationToken)
    {
        var recovery = await FindAsync(scheme, request.Name, cancellationToken);
        Etag.Check(recovery, request.Etag, "etag");
        var day = PayMonth.RequirePastDay(request.ReceivedOn, "received_on", Today);
        if (day < recovery.AssessedOn)
        {
            throw Refusal.Invalid("received_on", "recovery.received_before_decision", $"Ngày thu không được trước ngày quyết định {VietnamDay.Text(recovery.AssessedOn)}.");
        }

        var voucher = Texts.Require(request.VoucherNo, "voucher_no", "recovery.voucher_required", "Số chứng từ", 50);
        recovery.ReceivedVnd += Take(recovery, request.AmountVnd, waived: false, day, voucher);
        Tell(recovery, day, new OverpaymentRecovered { Scheme = scheme, AmountVnd = request.AmountVnd });
        return Of(recovery, etag: null);
    }

    /// <summary>Waives what is outstanding, or part of it.</summary>
    /// <inheritdoc cref="ReceiveAsync"/>
    public async Task<Wire.Recovery> WaiveAsync(string scheme, Wire.WaiveRecoveryRequest request, CancellationToken cancellationToken)
    {
        var recovery = await FindAsync(scheme, request.Name, cancellationToken);
        Etag.Check(recovery, request.Etag, "etag");
        recovery.WaivedVnd += Take(recovery, request.AmountVnd, waived: true, Today, Texts.RequireReason(request.Reason));
        Tell(recovery, Today, new OverpaymentWaived { Scheme = scheme, AmountVnd = request.AmountVnd });
        return Of(recovery, etag: null);
    }

    /// <summary>Gets a recovery.</summary>
    /// <exception cref="Refusal">NOT_FOUND <c>recovery.not_found</c>; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.Recovery> GetAsync(string scheme, Wire.GetRecoveryRequest request, CancellationToken cancellationToken)
    {
        var recovery = await FindAsync(scheme, request.Name, cancellationToken);
        return Of(recovery, Etag.Of(recovery));
    }

    /// <summary>Lists recoveries of the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field.</exception>
    public async Task<Wire.ListRecoveriesResponse> ListAsync(string scheme, Wire.ListRecoveriesRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var rows = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode)
            .Apply(db.Set<RecoveryRecord>().AsNoTracking(), one => one.AreaCode, one => one.AreaOn).Where(one => one.Scheme == scheme);
        rows = request.OutstandingOnly ? rows.Where(one => one.AmountVnd > one.ReceivedVnd + one.WaivedVnd) : rows;
        if (PageToken.Read(request, request.PageToken, parts: 1) is { } after)
        {
            var last = Guid.Parse(after[0], CultureInfo.InvariantCulture);
            rows = rows.Where(one => one.Id > last);
        }

        var page = await rows.OrderBy(one => one.Id).Take(size + 1).ToListAsync(cancellationToken);
        var response = new Wire.ListRecoveriesResponse();
        response.Recoveries.AddRange(page.Take(size).Select(one => Of(one, Etag.Of(one))));
        response.NextPageToken = page.Count > size ? PageToken.Make(request, page[size - 1].Id.ToString()) : "";
        return response;
    }

    async Task<RecoveryRecord> FindAsync(string scheme, string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(Collection, name, "name");
        var found = await db.Set<RecoveryRecord>().SingleOrDefaultAsync(one => one.Id == id && one.Scheme == scheme, cancellationToken)
            ?? throw Refusal.NotFound("recovery.not_found", "Không có khoản truy thu này.");
        scope.Require(found.AreaCode, found.AreaOn);
        return found;
    }

    long Take(RecoveryRecord recovery, long amount, bool waived, DateOnly day, string basis)
    {
        if (amount <= 0)
        {
            throw Refusal.Invalid("amount_vnd", "recovery.amount_invalid", "Số tiền phải từ 1 đồng.");
        }

        if (amount > recovery.OutstandingVnd)
        {
            throw Refusal.Precondition("recovery.exceeds_outstanding", $"Chỉ còn phải thu {recovery.OutstandingVnd} đồng.");
        }

        db.Add(new RecoveryEntry
        {
            Id = TimeOrderedId.Next(time),
            RecoveryId = recovery.Id,
            AmountVnd = amount,
            Waived = waived,
            Day = day,
            Basis = basis,
            Actor = caller.Current.Subject,
        });
        return amount;
    }

    void Tell(RecoveryRecord recovery, DateOnly day, object record) =>
        db.Emit(record, recovery.Id, day, CommuneOnDay.Of(areas, recovery.AreaCode, recovery.AreaOn, day));

    Wire.Recovery Of(RecoveryRecord one, string? etag) => new()
    {
        Name = ResourceName.Format(Collection, one.Id),
        Entitlement = ResourceName.Format(EntitlementMessages.Collection, one.EntitlementId),
        AreaCode = one.AreaCode,
        AmountVnd = one.AmountVnd,
        ReceivedVnd = one.ReceivedVnd,
        WaivedVnd = one.WaivedVnd,
        OutstandingVnd = one.OutstandingVnd,
        Cause = (Wire.OverpaymentCause)one.Cause,
        DecisionNo = one.DecisionNo,
        AssessedOn = WireDate.Of(one.AssessedOn),
        Etag = etag ?? EtagAfterSaving.Of(db, one),
        CreateTime = Timestamp.FromDateTimeOffset(one.CreatedAt),
    };
}
