using System.Globalization;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Dossiers.V1;

namespace AnSinh.Dossiers;

/// <summary>What a dossier must look like to be registered or taken over.</summary>
/// <param name="people">What a person must look like.</param>
/// <param name="areas">The administrative units.</param>
public sealed class DossierRules(PersonRules people, AreaDirectory areas)
{
    /// <summary>Longest symbol.</summary>
    public const int LongestSymbol = 60;

    /// <summary>Longest account or unit.</summary>
    public const int LongestHolder = 100;

    const int MostPages = 100_000;
    static readonly DateOnly EarliestReceipt = new(1945, 9, 2);

    /// <summary>Checks a new dossier.</summary>
    /// <param name="sent">As sent; null when missing.</param>
    /// <param name="register">Register that it goes into.</param>
    /// <param name="today">Today.</param>
    /// <param name="found">Where violations are added: <c>dossier.*</c>, <c>person.*</c>, <c>area.*</c>, <c>date.invalid</c>.</param>
    /// <returns>The content, or null when violations were added.</returns>
    public DossierDraft? CheckNew(Wire.Dossier? sent, DossierRegister register, DateOnly today, List<Violation> found) =>
        Check(sent ?? new Wire.Dossier(), register, today, found);

    /// <summary>Checks a dossier that is taken over as it stands: its state, appraisal and digital copy come with it.</summary>
    /// <inheritdoc cref="CheckNew"/>
    public DossierDraft? CheckTakenOver(Wire.Dossier? sent, DossierRegister register, DateOnly today, List<Violation> found)
    {
        sent ??= new Wire.Dossier();
        var draft = Check(sent, register, today, found);
        var state = sent.State == Wire.DossierState.Unspecified ? DossierState.Received : (DossierState)sent.State;
        if (state is not (DossierState.Received or DossierState.Verified or DossierState.Appraised or DossierState.Approved or DossierState.Returned))
        {
            found.Add(new Violation("dossier.state", "dossier.state_invalid", "Hồ sơ tiếp quản chỉ ở một trong các trạng thái: tiếp nhận, đã kiểm tra, đã thẩm định, đã phê duyệt, đã trả kết quả."));
        }

        var appraised = CheckDay(sent.AppraisedOn, "dossier.appraised_on", draft?.ReceivedOn, today, found);
        if (appraised is not null && state is (DossierState.Received or DossierState.Verified))
        {
            found.Add(new Violation("dossier.appraised_on", "dossier.appraised_too_early", "Hồ sơ chưa đến bước thẩm định thì không có ngày thẩm định."));
        }

        var digitised = CheckCopy(sent, draft?.ReceivedOn, today, found);
        return draft is null || found.Count > 0 ? null : draft with
        {
            State = state,
            AppraisedOn = appraised,
            Digitisation = (DigitisationState)sent.Digitisation,
            Pages = sent.Pages,
            DigitisedOn = digitised,
        };
    }

    /// <summary>Checks a day in the life of a dossier: not before its receipt, not in the future.</summary>
    /// <param name="sent">As sent; null when missing.</param>
    /// <param name="field">Field that held it.</param>
    /// <param name="received">Day of receipt; null when not known.</param>
    /// <param name="today">Today.</param>
    /// <param name="found">Where violations are added.</param>
    public static DateOnly? CheckDay(Google.Type.Date? sent, string field, DateOnly? received, DateOnly today, List<Violation> found)
    {
        var day = WireDate.ToDay(sent, field, found);
        if (day > today)
        {
            found.Add(new Violation(field, "dossier.day_in_future", $"Ngày không được sau hôm nay {VietnamDay.Text(today)}."));
        }
        else if (day < received)
        {
            found.Add(new Violation(field, "dossier.day_before_receipt", $"Ngày không được trước ngày tiếp nhận {VietnamDay.Text(received.Value)}."));
        }

        return day;
    }

    /// <summary>Checks a number of pages.</summary>
    public static void CheckPages(int pages, string field, List<Violation> found)
    {
        if (pages is < 0 or > MostPages)
        {
            found.Add(new Violation(field, "dossier.pages_out_of_range", string.Create(CultureInfo.InvariantCulture, $"Số trang phải từ 0 đến {MostPages}.")));
        }
    }

    /// <summary>Checks the code of a province that a dossier goes to or came from.</summary>
    public bool IsProvince(string code) => code.Length == 2 && areas.Known(code);

    DossierDraft? Check(Wire.Dossier sent, DossierRegister register, DateOnly today, List<Violation> found)
    {
        var before = found.Count;
        if (!register.Categories.ContainsKey(sent.Category))
        {
            found.Add(new Violation("dossier.category", "dossier.category_unknown", $"Diện không đúng; cho phép: {string.Join(", ", register.Categories.Keys)}."));
        }

        var symbol = sent.Symbol.Trim();
        if (symbol.Length > LongestSymbol)
        {
            found.Add(new Violation("dossier.symbol", "dossier.symbol_too_long", $"Ký hiệu hồ sơ không được quá {LongestSymbol} ký tự."));
        }

        if (sent.Holder.Length > LongestHolder)
        {
            found.Add(new Violation("dossier.holder", "dossier.holder_invalid", $"Người hoặc đơn vị giữ hồ sơ không được quá {LongestHolder} ký tự."));
        }

        if (sent.TransferredFrom.Length > 0 && !IsProvince(sent.TransferredFrom))
        {
            found.Add(new Violation("dossier.transferred_from", "dossier.province_invalid", "Nơi chuyển đến phải là mã 2 chữ số của một tỉnh, thành phố."));
        }

        var received = CheckReceipt(sent, today, found);
        if (received is { } day)
        {
            CommuneRules.Check(areas, sent.AreaCode, day, "dossier.area_code", found);
        }

        var person = people.Check(sent.Person, "dossier.person", today, received, found);
        return found.Count > before ? null : new DossierDraft
        {
            Register = register.Code,
            Category = sent.Category,
            Symbol = symbol,
            Person = person!,
            AreaCode = sent.AreaCode,
            ReceivedOn = received!.Value,
            Holder = sent.Holder,
            TransferredFrom = sent.TransferredFrom,
        };
    }

    static DateOnly? CheckReceipt(Wire.Dossier sent, DateOnly today, List<Violation> found)
    {
        if (sent.ReceivedOn is null)
        {
            found.Add(new Violation("dossier.received_on", "dossier.received_on_required", "Phải ghi ngày tiếp nhận hồ sơ."));
            return null;
        }

        var received = CheckDay(sent.ReceivedOn, "dossier.received_on", EarliestReceipt, today, found);
        return received <= today && received >= EarliestReceipt ? received : null;
    }

    static DateOnly? CheckCopy(Wire.Dossier sent, DateOnly? received, DateOnly today, List<Violation> found)
    {
        var before = found.Count;
        if (!Enum.IsDefined((DigitisationState)sent.Digitisation))
        {
            found.Add(new Violation("dossier.digitisation", "dossier.digitisation_invalid", "Trạng thái số hóa không đúng; cho phép các giá trị của DigitisationState."));
        }

        CheckPages(sent.Pages, "dossier.pages", found);
        var digitised = CheckDay(sent.DigitisedOn, "dossier.digitised_on", received, today, found);
        var isVerified = sent.Digitisation == Wire.DigitisationState.Verified;
        if (found.Count == before && isVerified != (digitised is not null))
        {
            found.Add(new Violation("dossier.digitised_on", "dossier.digitised_on_mismatch", "Ngày số hóa xong phải có khi và chỉ khi bản số đã được kiểm tra (VERIFIED)."));
        }

        return digitised;
    }
}
