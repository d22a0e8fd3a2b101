using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Catalogue;

/// <summary>The measures of one recurring benefit, whichever service pays it.</summary>
public sealed record PaymentMeasures
{
    PaymentMeasures(string scheme, string nameVi)
    {
        Scheme = scheme;
        InPayment = new()
        {
            Code = $"{scheme}_in_payment",
            NameVi = $"Đang hưởng {nameVi}",
            RecordUnit = new Unit("suất hưởng"),
            HasPerson = true,
            Dimensions = [Dimensions.Category, Dimensions.Sex],
        };
        Payment = new()
        {
            Code = $"{scheme}_payment",
            NameVi = $"Lượt chi trả {nameVi}",
            RecordUnit = new Unit("đợt"),
            QuantityUnit = new Unit("lượt"),
            HasAmount = true,
            Dimensions = [Dimensions.Category],
        };
        PaidPerson = new()
        {
            Code = $"{scheme}_paid_person",
            NameVi = $"Người được chi trả {nameVi}",
            RecordUnit = new Unit("lượt"),
            HasPerson = true,
            Dimensions = [Dimensions.Category],
        };
        Receivable = Recovering("receivable", $"Phải thu hồi {nameVi}");
        Recovered = Recovering("recovered", $"Đã thu hồi {nameVi}");

        MeasureDefinition Recovering(string what, string name) =>
            new() { Code = $"{scheme}_{what}", NameVi = name, RecordUnit = new Unit("lượt"), HasAmount = true };
    }

    /// <summary>The schemes by code.</summary>
    public static IReadOnlyDictionary<string, PaymentMeasures> Schemes { get; } = new PaymentMeasures[]
    {
        new("merit.allowance", "trợ cấp ưu đãi người có công"),
        new("protection.assistance", "trợ giúp xã hội hằng tháng"),
        new("protection.topup", "hỗ trợ thu nhập"),
        new("employment.unemployment", "trợ cấp thất nghiệp"),
    }.ToDictionary(measures => measures.Scheme, StringComparer.Ordinal);

    /// <summary>The scheme, such as <c>merit.allowance</c>.</summary>
    public string Scheme { get; }

    /// <summary>Stock of entitlements in payment: +1 on the first day of the first month, −1 on the first day without.</summary>
    public MeasureDefinition InPayment { get; }

    /// <summary>Confirmed payments folded by commune, day and category: quantity is their number (lượt), amount their sum; reversed ones with sign −1.</summary>
    public MeasureDefinition Payment { get; }

    /// <summary>Who was paid: one record per payment and person, for schemes whose events name them.</summary>
    public MeasureDefinition PaidPerson { get; }

    /// <summary>Money to be recovered: assessed with +, recovered and waived with −.</summary>
    public MeasureDefinition Receivable { get; }

    /// <summary>Money recovered.</summary>
    public MeasureDefinition Recovered { get; }

    /// <summary>All of all schemes.</summary>
    public static IReadOnlyList<MeasureDefinition> All { get; } =
        [.. Schemes.Values.SelectMany(one => new[] { one.InPayment, one.Payment, one.PaidPerson, one.Receivable, one.Recovered })];
}
