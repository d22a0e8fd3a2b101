using AnSinh.Contracts.Events.Child.V1;

namespace AnSinh.ChildProtection.Cases;

/// <summary>Cases as events tell of them: no person, not even a key.</summary>
static class CaseEvents
{
    public static AbuseCaseOpened Opened(AbuseCase one) => new() { AbuseType = NameOf(one.AbuseType) };

    public static CaseReferred Referred(AbuseCase one, ReferredTo to, bool firstTime) =>
        new() { AbuseType = NameOf(one.AbuseType), To = NameOf(to), FirstTime = firstTime };

    static string NameOf(AbuseType type) => type switch
    {
        AbuseType.Physical => "physical",
        AbuseType.Sexual => "sexual",
        AbuseType.Emotional => "emotional",
        AbuseType.Neglect => "neglect",
        _ => "exploitation",
    };

    static string NameOf(ReferredTo to) => to switch
    {
        ReferredTo.Police => "police",
        ReferredTo.Court => "court",
        ReferredTo.Health => "health",
        ReferredTo.School => "school",
        _ => "other",
    };
}
