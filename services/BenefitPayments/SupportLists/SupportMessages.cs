using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Support.V1;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>Support lists as messages.</summary>
static class SupportMessages
{
    /// <summary>Collection of programmes in resource names.</summary>
    public const string Programmes = "programmes";

    /// <summary>Collection of entries in resource names.</summary>
    public const string Entries = "entries";

    /// <summary>A programme.</summary>
    public static Wire.SupportProgramme Of(SupportProgramme programme, IEnumerable<SupportProgrammeGroup> groups, string etag)
    {
        var message = new Wire.SupportProgramme
        {
            Name = ResourceName.Format(Programmes, programme.Id),
            Code = programme.Code,
            DisplayName = programme.DisplayName,
            Kind = (Wire.SupportKind)programme.Kind,
            AreaCode = programme.AreaCode,
            LegalBasis = programme.LegalBasis,
            FromDate = WireDate.Of(programme.FromDate),
            ToDate = programme.ToDate is { } to ? WireDate.Of(to) : null,
            Etag = etag,
            CreateTime = Timestamp.FromDateTimeOffset(programme.CreatedAt),
        };
        message.Groups.AddRange(groups.OrderBy(group => group.Ordinal).Select(Of));
        return message;
    }

    /// <summary>An entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="person">Its person as a message; null for a business.</param>
    /// <param name="etag">Version to send back.</param>
    public static Wire.SupportEntry Of(SupportEntry entry, AnSinh.Contracts.Common.V1.Person? person, string etag)
    {
        var message = new Wire.SupportEntry
        {
            Name = ResourceName.Format(Entries, entry.Id),
            Programme = ResourceName.Format(Programmes, entry.ProgrammeId),
            Group = entry.GroupCode,
            AmountVnd = entry.AmountVnd,
            AreaCode = entry.AreaCode,
            DeclaredOn = WireDate.Of(entry.DeclaredOn),
            State = (Wire.SupportEntryState)entry.State,
            DecisionNo = entry.DecisionNo,
            ApprovedOn = entry.ApprovedOn is { } approved ? WireDate.Of(approved) : null,
            DeliveredOn = entry.DeliveredOn is { } delivered ? WireDate.Of(delivered) : null,
            Reason = entry.Reason,
            Etag = etag,
            CreateTime = Timestamp.FromDateTimeOffset(entry.CreatedAt),
        };
        if (person is not null)
        {
            message.Person = person;
        }
        else
        {
            message.Business = new Wire.SupportBusiness { DisplayName = entry.BusinessName, TaxCode = entry.TaxCode };
        }

        return message;
    }

    static Wire.SupportProgrammeGroup Of(SupportProgrammeGroup group)
    {
        var message = new Wire.SupportProgrammeGroup
        {
            Code = group.Code,
            Recipient = (Wire.RecipientKind)group.Recipient,
            CeilingVnd = group.CeilingVnd,
            CountPeople = group.CountPeople,
        };
        message.LevelsVnd.AddRange(group.LevelsVnd);
        return message;
    }
}
