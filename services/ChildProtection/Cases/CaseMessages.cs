using AnSinh.ChildProtection.Children;
using AnSinh.ChildProtection.Data;
using AnSinh.ChildProtection.Reading;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Cases;

/// <summary>Cases as messages.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="texts">Reads the confidential texts.</param>
/// <param name="time">Clock.</param>
sealed class CaseMessages(ChildDb db, CaseTexts texts, TimeProvider time)
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "cases";

    /// <summary>The case for the answer to a command, which is kept as it is: without child and texts.</summary>
    public Wire.AbuseCase ForCommand(AbuseCase one) => Of(one, EtagAfterSaving.Of(db, one));

    /// <summary>The case for a list: without child and texts.</summary>
    public Wire.AbuseCase ForList(AbuseCase one) => Of(one, Etag.Of(one));

    /// <summary>The case with everything, for who may read it.</summary>
    public Wire.AbuseCase ForReader(AbuseCase one)
    {
        var message = ForList(one);
        message.Child = one.ChildId is { } child ? ResourceName.Format(ChildMessages.Collection, child) : "";
        message.Account = texts.Read(one.SealedAccount);
        foreach (var (referral, sealedOverride) in message.Referrals.Zip(one.Referrals.OrderBy(part => part.Number).Select(part => part.SealedOverride)))
        {
            referral.OverrideReason = texts.Read(sealedOverride);
        }

        message.Steps.AddRange(one.Steps.OrderBy(step => step.Id).Select(step => new Wire.CaseStep
        {
            Action = (Wire.CaseAction)step.Action,
            State = (Wire.CaseState)step.State,
            DoneAt = Timestamp.FromDateTimeOffset(step.DoneAt),
            Actor = step.Actor,
            Note = texts.Read(step.SealedNote),
        }));
        return message;
    }

    Wire.AbuseCase Of(AbuseCase one, string etag)
    {
        var now = time.GetUtcNow();
        var message = new Wire.AbuseCase
        {
            Name = ResourceName.Format(Collection, one.Id),
            Code = RecordCode.Of("VV", one.Id),
            AbuseType = (Wire.AbuseType)one.AbuseType,
            Source = (Wire.ReportSource)one.Source,
            ReceivedAt = Timestamp.FromDateTimeOffset(one.ReceivedAt),
            AreaCode = one.AreaCode,
            State = (Wire.CaseState)one.State,
            Risk = (Wire.RiskLevel)one.Risk,
            Deadline = DeadlineOf(one, now),
            AssessedLate = one.AssessedLate(now),
            PlanMet = one.PlanMet,
            Etag = etag,
            CreateTime = Timestamp.FromDateTimeOffset(one.CreatedAt),
            UpdateTime = Timestamp.FromDateTimeOffset(one.UpdatedAt),
        };
        message.Team.AddRange(one.Members.Select(member => member.Account).Order(StringComparer.Ordinal));
        message.Services.AddRange(one.Services.OrderBy(service => service.Number).Select(service => new Wire.PlannedService
        {
            Number = service.Number,
            Kind = (Wire.ServiceKind)service.Kind,
            Agency = service.Agency,
            DueOn = WireDate.Of(service.DueOn),
            State = (Wire.ServiceState)service.State,
        }));
        message.Referrals.AddRange(one.Referrals.OrderBy(referral => referral.Number).Select(referral => new Wire.Referral
        {
            Number = referral.Number,
            To = (Wire.ReferredTo)referral.To,
            ReferredAt = Timestamp.FromDateTimeOffset(referral.ReferredAt),
            State = (Wire.ReferralState)referral.State,
            Consent = referral.SealedOverride is null ? Wire.Consent.Given : Wire.Consent.Overridden,
        }));
        return message;
    }

    static Wire.CaseDeadline? DeadlineOf(AbuseCase one, DateTimeOffset now) => one is not { DueAction: { } action, DueAt: { } due } ? null : new()
    {
        Action = (Wire.CaseAction)action,
        DueAt = Timestamp.FromDateTimeOffset(due),
        Overdue = now > due,
        LegalBasis = CaseDeadlines.On(action, one.ReportedOn)?.LegalBasis ?? "",
    };
}
