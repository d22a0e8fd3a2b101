using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Support.V1;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>What a delivery must look like.</summary>
/// <param name="areas">The administrative units.</param>
/// <param name="entries">What an entry must look like.</param>
public sealed class DeliveryRules(AreaDirectory areas, EntryRules entries)
{
    const int LongestReason = 200;

    /// <summary>Checks a row without the database.</summary>
    public DeliveryRow Check(Wire.SupportDeliveryRow sent, AreaScope scope, DateOnly today)
    {
        var found = new List<Violation>(0);
        var day = WireDate.ToDay(sent.DeliveredOn, "delivered_on", found);
        if (day is null && found.Count == 0)
        {
            found.Add(new Violation("delivered_on", "support.delivered_on_required", "Phải ghi ngày chi trả hoặc ngày trả lại."));
        }
        else if (day > today)
        {
            found.Add(new Violation("delivered_on", "support.delivered_in_future", "Ngày chi trả không được ở trong tương lai."));
        }

        if (day is { } on && CommuneRules.Check(areas, sent.AreaCode, on, "area_code", found) && !scope.Covers(areas, sent.AreaCode, on))
        {
            found.Add(new Violation("area_code", "area.out_of_scope", AreaScope.OutOfScope(sent.AreaCode).Message));
        }

        if (sent.ReturnReason.Trim().Length > LongestReason)
        {
            found.Add(new Violation("return_reason", "reason.invalid", $"Lý do trả lại không được quá {LongestReason} ký tự."));
        }

        var row = new DeliveryRow
        {
            Line = sent.Line,
            AreaCode = sent.AreaCode,
            AmountVnd = sent.AmountVnd,
            DeliveredOn = day ?? today,
            ReturnReason = sent.ReturnReason.Trim(),
        };
        row = Recipient(sent, row, today, found);
        return found.Count == 0 ? row : new DeliveryRow { Line = sent.Line, Violations = found };
    }

    /// <summary>What is wrong with a delivery in the light of its entry; null when nothing is.</summary>
    public Violation? CheckAgainst(DeliveryRow row, SupportEntry entry)
    {
        if (entry.State is not (SupportEntryState.Approved or SupportEntryState.Undelivered))
        {
            return entry.State switch
            {
                SupportEntryState.Delivered => new Violation("entry", "support.delivered_already", $"Suất này đã được chi trả ngày {VietnamDay.Text(entry.DeliveredOn!.Value)}."),
                SupportEntryState.Declared or SupportEntryState.Appraised => new Violation("entry", "support.not_approved", "Suất này chưa được phê duyệt, không thể chi trả."),
                _ => new Violation("entry", "support.entry_struck", "Suất này đã bị từ chối hoặc đưa ra khỏi danh sách, không thể chi trả."),
            };
        }

        if (row.AmountVnd != entry.AmountVnd)
        {
            return new Violation("amount_vnd", "support.amount_differs", $"Số tiền {row.AmountVnd} đồng khác số tiền được phê duyệt {entry.AmountVnd} đồng.");
        }

        if (row.DeliveredOn < entry.ApprovedOn)
        {
            return new Violation("delivered_on", "support.delivered_before_approval", $"Ngày chi trả không được trước ngày phê duyệt {VietnamDay.Text(entry.ApprovedOn!.Value)}.");
        }

        return row.AreaCode == entry.AreaCode || row.AreaCode == CommuneOnDay.Of(areas, entry.AreaCode, entry.DeclaredOn, row.DeliveredOn)
            ? null
            : new Violation("area_code", "support.area_differs", $"Suất này thuộc danh sách của xã {entry.AreaCode}.");
    }

    DeliveryRow Recipient(Wire.SupportDeliveryRow sent, DeliveryRow row, DateOnly today, List<Violation> found)
    {
        if (sent.Entry.Length > 0)
        {
            if (!ResourceName.TryParse(SupportMessages.Entries, sent.Entry, out var entry))
            {
                found.Add(ResourceName.Malformed(SupportMessages.Entries, sent.Entry, "entry"));
            }

            return row with { Entry = entry };
        }

        if (!ResourceName.TryParse(SupportMessages.Programmes, sent.Programme, out var programme))
        {
            found.Add(ResourceName.Malformed(SupportMessages.Programmes, sent.Programme, "programme"));
        }

        var (person, business) = entries.CheckRecipient(sent.Person, sent.Business, "recipient", today, row.DeliveredOn, found);
        return row with { Programme = programme, Person = person, Business = business };
    }
}
