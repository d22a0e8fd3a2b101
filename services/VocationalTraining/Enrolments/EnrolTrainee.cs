using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Enrolments;

/// <summary>Enrols a trainee (tuyển sinh).</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds records.</param>
/// <param name="rules">What an enrolment must look like.</param>
/// <param name="people">Finds and registers people.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="time">Clock.</param>
public sealed class EnrolTrainee(
    TrainingDb db, EnrolmentBook book, EnrolmentRules rules, PersonRegistry<TrainingDb> people, RecordScope scope, TimeProvider time)
{
    /// <summary>Enrols.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; NOT_FOUND <c>programme.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>; FAILED_PRECONDITION <c>institution.closed</c>; ALREADY_EXISTS <c>enrolment.duplicate</c> with its name.</exception>
    public async Task<Enrolment> RunAsync(Wire.EnrolTraineeRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Enrolment ?? new Wire.Enrolment();
        var found = new List<Violation>();
        var draft = rules.Check(sent.Trainee, sent.EnrolledOn, sent.AreaCode, sent.RuralSubsidy, "enrolment.", VietnamDay.Today(time), found)
            ?? throw Refusal.Invalid(found);
        scope.Require(draft.AreaCode, draft.EnrolledOn);
        var (programme, institution) = await book.FindProgrammeAsync(sent.Programme, "enrolment.programme", cancellationToken);
        EnrolmentBook.RequireWorking(institution, draft.EnrolledOn);
        var trainee = await people.FindOrRegisterAsync(draft.Trainee, cancellationToken);
        var key = await FreeKeyAsync(trainee.Id, programme.Id, draft.EnrolledOn, cancellationToken);
        var now = time.GetUtcNow();
        var enrolment = new Enrolment
        {
            Id = TimeOrderedId.Next(time),
            NaturalKey = key,
            PersonId = trainee.Id,
            ProgrammeId = programme.Id,
            InstitutionId = institution.Id,
            Level = programme.Level,
            EnrolledOn = draft.EnrolledOn,
            AreaCode = draft.AreaCode,
            RuralSubsidy = draft.RuralSubsidy,
            State = EnrolmentState.Studying,
            CreatedAt = now,
            UpdatedAt = now,
        };
        enrolment.BookedBy = db.Emit(EnrolmentBook.Enrolled(enrolment, trainee), enrolment.Id, enrolment.EnrolledOn, enrolment.AreaCode);
        db.Add(enrolment);
        return enrolment;
    }

    /// <summary>The first key that no enrolment has; those before it were voided.</summary>
    async Task<byte[]> FreeKeyAsync(Guid person, Guid programme, DateOnly day, CancellationToken cancellationToken)
    {
        for (var ordinal = 0; ; ordinal++)
        {
            var key = EnrolmentKey.Of(person, programme, day, ordinal);
            var holder = await db.Enrolments.AsNoTracking().Where(one => one.NaturalKey == key)
                .Select(one => new { one.Id, one.State }).SingleOrDefaultAsync(cancellationToken);
            if (holder is null)
            {
                return key;
            }

            if (holder.State != EnrolmentState.Voided)
            {
                var name = ResourceName.Format(EnrolmentMessages.Collection, holder.Id);
                throw new Refusal(RefusalKind.AlreadyExists, "enrolment.duplicate", $"Lượt tuyển sinh này đã được ghi: {name}.")
                {
                    Metadata = new Dictionary<string, string> { ["enrolment"] = name },
                };
            }
        }
    }
}
