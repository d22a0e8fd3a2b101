using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Institutions;

/// <summary>Institutions as messages and as events name them.</summary>
static class InstitutionMessages
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "institutions";

    /// <summary>The institution, with the etag to show.</summary>
    public static Wire.Institution Of(Institution institution, string etag) => new()
    {
        Name = ResourceName.Format(Collection, institution.Id),
        Code = institution.Code,
        DisplayName = institution.DisplayName,
        Kind = (Wire.InstitutionKind)institution.Kind,
        Ownership = (Wire.Ownership)institution.Ownership,
        LicenceNumber = institution.LicenceNumber,
        LicensedOn = WireDate.Of(institution.LicensedOn),
        AreaCode = institution.AreaCode,
        OpenedOn = WireDate.Of(institution.OpenedOn),
        ClosedOn = institution.ClosedOn is { } closed ? WireDate.Of(closed) : null,
        MergedInto = institution.MergedInto is { } successor ? ResourceName.Format(Collection, successor) : "",
        Etag = etag,
        CreateTime = Timestamp.FromDateTimeOffset(institution.CreatedAt),
        UpdateTime = Timestamp.FromDateTimeOffset(institution.UpdatedAt),
    };

    /// <summary>Kind as events name it.</summary>
    public static string KindName(InstitutionKind kind) => kind switch
    {
        InstitutionKind.College => "college",
        InstitutionKind.IntermediateSchool => "intermediate_school",
        InstitutionKind.TrainingCentre => "training_centre",
        InstitutionKind.ContinuingEducationCentre => "continuing_education_centre",
        InstitutionKind.VocationalSecondarySchool => "vocational_secondary_school",
        _ => "enterprise",
    };

    /// <summary>Ownership as events name it.</summary>
    public static string OwnershipName(Ownership ownership) => ownership switch
    {
        Ownership.Public => "public",
        Ownership.Private => "private",
        _ => "foreign",
    };
}
