using System.Globalization;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Rates;

/// <summary>Enters, confirms and lists levels.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="caller">Who asks.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="time">Clock.</param>
public sealed class RateDesk<TDb>(TDb db, CallerAccessor caller, AreaDirectory areas, TimeProvider time)
    where TDb : ServiceDb
{
    const long LargestValue = 1_000_000_000;

    /// <summary>Enters a level; another account confirms it.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; ALREADY_EXISTS <c>rate.duplicate</c>.</exception>
    public async Task<Wire.BenefitRate> EnterAsync(string scheme, Wire.EnterBenefitRateRequest request, CancellationToken cancellationToken)
    {
        var rate = Check(scheme, request.Rate ?? new Wire.BenefitRate());
        if (await db.Set<BenefitRate>().AnyAsync(
            one => one.Scheme == scheme && one.Category == rate.Category && one.Kind == rate.Kind && one.ProvinceCode == rate.ProvinceCode
                && one.AppliedFrom == rate.AppliedFrom && one.LegalBasis == rate.LegalBasis, cancellationToken))
        {
            throw Refusal.AlreadyExists("rate.duplicate", $"Mức này theo {rate.LegalBasis} đã được nhập.");
        }

        db.Add(rate);
        return RateMessages.Of(rate);
    }

    /// <summary>Confirms the levels of a document.</summary>
    /// <exception cref="Refusal">NOT_FOUND <c>rate.not_found</c>; PERMISSION_DENIED <c>rate.confirmed_by_enterer</c>.</exception>
    public async Task<Wire.ConfirmBenefitRatesResponse> ConfirmAsync(string scheme, Wire.ConfirmBenefitRatesRequest request, CancellationToken cancellationToken)
    {
        var basis = request.LegalBasis.Trim();
        var categories = request.Categories.ToList();
        var rates = await db.Set<BenefitRate>().Where(rate => rate.Scheme == scheme && rate.LegalBasis == basis)
            .Where(rate => categories.Count == 0 || categories.Contains(rate.Category)).ToListAsync(cancellationToken);
        if (rates.Count == 0)
        {
            throw Refusal.NotFound("rate.not_found", "Không có mức hưởng nào theo văn bản (và nhóm) này.");
        }

        var open = rates.Where(rate => !rate.Confirmed).ToList();
        if (open.Find(rate => rate.EnteredBy == caller.Current.Subject) is { } own)
        {
            throw Refusal.Denied("rate.confirmed_by_enterer", $"Mức của nhóm “{own.Category}” do chính tài khoản này nhập; cần một cán bộ khác xác nhận.");
        }

        open.ForEach(rate => rate.Confirm(caller.Current.Subject, time.GetUtcNow()));
        return new Wire.ConfirmBenefitRatesResponse { LegalBasis = basis, Confirmed = open.Count };
    }

    /// <summary>Lists levels in the order in which they were entered.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>page_size.invalid</c>, <c>page_token.invalid</c>.</exception>
    public async Task<Wire.ListBenefitRatesResponse> ListAsync(string scheme, Wire.ListBenefitRatesRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var rows = db.Set<BenefitRate>().AsNoTracking().Where(rate => rate.Scheme == scheme);
        rows = request.Category.Length == 0 ? rows : rows.Where(rate => rate.Category == request.Category);
        rows = request.LegalBasis.Length == 0 ? rows : rows.Where(rate => rate.LegalBasis == request.LegalBasis);
        rows = request.UnconfirmedOnly ? rows.Where(rate => !rate.Confirmed) : rows;
        if (PageToken.Read(request, request.PageToken, parts: 1) is { } after)
        {
            var last = Guid.Parse(after[0], CultureInfo.InvariantCulture);
            rows = rows.Where(rate => rate.Id > last);
        }

        var page = await rows.OrderBy(rate => rate.Id).Take(size + 1).ToListAsync(cancellationToken);
        var response = new Wire.ListBenefitRatesResponse();
        response.Rates.AddRange(page.Take(size).Select(RateMessages.Of));
        response.NextPageToken = page.Count > size ? PageToken.Make(request, page[size - 1].Id.ToString()) : "";
        return response;
    }

    BenefitRate Check(string scheme, Wire.BenefitRate sent)
    {
        var found = new List<Violation>();
        void Require(bool good, string field, string code, string message)
        {
            if (!good)
            {
                found.Add(new Violation("rate." + field, code, message));
            }
        }

        var standard = sent.Kind == Wire.RateKind.Standard;
        var basis = sent.LegalBasis.Trim();
        Require(sent.Kind is Wire.RateKind.Amount or Wire.RateKind.Standard or Wire.RateKind.Coefficient, "kind", "rate.kind_invalid", "Loại mức phải là mức tiền, mức chuẩn hoặc hệ số.");
        Require(standard ? sent.Category.Length == 0 : sent.Category.Length is > 0 and <= 40, "category", "rate.category_invalid", "Nhóm phải có từ 1 đến 40 ký tự; mức chuẩn thì để trống.");
        Require(standard || sent.ReportCategory.Length is > 0 and <= 20, "report_category", "rate.report_category_invalid", "Nhóm báo cáo phải có từ 1 đến 20 ký tự.");
        Require(sent.Value is > 0 and <= LargestValue, "value", "rate.value_invalid", $"Giá trị phải từ 1 đến {LargestValue}.");
        Require(basis.Length is > 0 and <= 100, "legal_basis", "rate.legal_basis_invalid", "Phải ghi văn bản, từ 1 đến 100 ký tự.");
        Require(sent.ProvinceCode.Length == 0 || (standard && areas.History(sent.ProvinceCode).Any(unit => unit.Level == AreaLevel.Province)),
            "province_code", "rate.province_invalid", "Mã tỉnh chỉ ghi cho mức chuẩn và phải là mã 2 chữ số của một tỉnh.");
        var signed = Day(sent.SignedOn, "signed_on", found);
        var inForce = Day(sent.InForceOn, "in_force_on", found);
        var from = Day(sent.AppliedFrom, "applied_from", found);
        var to = WireDate.ToDay(sent.AppliedTo, "rate.applied_to", found);
        Require(to is null || to >= from, "applied_to", "rate.applied_to_before_from", "Ngày cuối áp dụng phải từ ngày đầu áp dụng trở đi.");
        return found.Count > 0 ? throw Refusal.Invalid(found) : new BenefitRate
        {
            Id = TimeOrderedId.Next(time),
            Scheme = scheme,
            Category = sent.Category,
            ReportCategory = standard ? "" : sent.ReportCategory,
            Kind = (RateKind)sent.Kind,
            Value = sent.Value,
            ProvinceCode = sent.ProvinceCode,
            SignedOn = signed,
            InForceOn = inForce,
            AppliedFrom = from,
            AppliedTo = to,
            LegalBasis = basis,
            EnteredBy = caller.Current.Subject,
            EnteredAt = time.GetUtcNow(),
        };
    }

    static DateOnly Day(Google.Type.Date? sent, string field, List<Violation> found)
    {
        if (sent is null)
        {
            found.Add(new Violation("rate." + field, "date.required", "Chưa ghi ngày."));
        }

        return WireDate.ToDay(sent, "rate." + field, found) ?? default;
    }
}
