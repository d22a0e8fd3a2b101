using AnSinh.People;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using AnSinh.VocationalTraining.Institutions;
using AnSinh.VocationalTraining.Programmes;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Enrolments;

/// <summary>Enrolments as messages.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="people">People as messages.</param>
public sealed class EnrolmentMessages(TrainingDb db, PersonMessages people)
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "enrolments";

    /// <summary>Permission to see citizen numbers whole.</summary>
    public const string ReadIdentity = "training.trainees.read_identity";

    /// <summary>The enrolment for the answer to a command that is not saved yet.</summary>
    public async Task<Wire.Enrolment> ForCommandAsync(Enrolment enrolment, CancellationToken cancellationToken)
    {
        var trainee = await db.People.FindAsync([enrolment.PersonId], cancellationToken);
        return Of(enrolment, people.ForCommand(trainee!), EtagAfterSaving.Of(db, enrolment));
    }

    /// <summary>The enrolment for a query.</summary>
    public Wire.Enrolment ForQuery(Enrolment enrolment, Person trainee) => Of(enrolment, people.ForQuery(trainee, ReadIdentity), Etag.Of(enrolment));

    static Wire.Enrolment Of(Enrolment enrolment, Contracts.Common.V1.Person trainee, string etag) => new()
    {
        Name = ResourceName.Format(Collection, enrolment.Id),
        Trainee = trainee,
        Programme = ResourceName.Format(ProgrammeMessages.Collection, enrolment.ProgrammeId),
        Institution = ResourceName.Format(InstitutionMessages.Collection, enrolment.InstitutionId),
        Level = (Wire.TrainingLevel)enrolment.Level,
        EnrolledOn = WireDate.Of(enrolment.EnrolledOn),
        AreaCode = enrolment.AreaCode,
        RuralSubsidy = enrolment.RuralSubsidy,
        State = (Wire.EnrolmentState)enrolment.State,
        EndedOn = enrolment.EndedOn is { } ended ? WireDate.Of(ended) : null,
        Etag = etag,
        CreateTime = Timestamp.FromDateTimeOffset(enrolment.CreatedAt),
        UpdateTime = Timestamp.FromDateTimeOffset(enrolment.UpdatedAt),
    };
}
