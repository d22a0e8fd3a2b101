using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Institutions;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Programmes;

/// <summary>Programmes as messages; levels as events name them.</summary>
static class ProgrammeMessages
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "programmes";

    /// <summary>The programme, with the etag to show.</summary>
    public static Wire.Programme Of(Programme programme, string etag) => new()
    {
        Name = ResourceName.Format(Collection, programme.Id),
        Institution = ResourceName.Format(InstitutionMessages.Collection, programme.InstitutionId),
        Code = programme.Code,
        Level = (Wire.TrainingLevel)programme.Level,
        OccupationCode = programme.OccupationCode,
        OccupationName = programme.OccupationName,
        DurationWeeks = programme.DurationWeeks,
        FeeVnd = programme.FeeVnd,
        YearlyQuota = programme.YearlyQuota,
        Etag = etag,
        CreateTime = Timestamp.FromDateTimeOffset(programme.CreatedAt),
    };

    /// <summary>Level as events name it.</summary>
    public static string LevelName(TrainingLevel level) => level switch
    {
        TrainingLevel.College => "college",
        TrainingLevel.Intermediate => "intermediate",
        TrainingLevel.Elementary => "elementary",
        _ => "under_three_months",
    };
}
