using AnSinh.Contracts.Events.Training.V1;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using AnSinh.VocationalTraining.Programmes;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Enrolments;

/// <summary>Records how a training ends: completed (tốt nghiệp) or left (thôi học).</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds records.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="time">Clock.</param>
public sealed class EndTraining(TrainingDb db, EnrolmentBook book, AreaDirectory areas, TimeProvider time)
{
    /// <summary>Completes.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; NOT_FOUND <c>enrolment.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>; FAILED_PRECONDITION <c>enrolment.completed</c>, <c>enrolment.dropped_out</c>, <c>enrolment.voided</c>;
    /// ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<Enrolment> CompleteAsync(Wire.CompleteTrainingRequest request, CancellationToken cancellationToken)
    {
        var enrolment = await FindAsync(request.Name, request.Etag, cancellationToken);
        var day = RequireDay(request.CompletedOn, enrolment, "completed_on");
        var trainee = await book.TraineeAsync(enrolment, cancellationToken);
        return End(enrolment, EnrolmentState.Completed, day, EnrolmentBook.Completed(enrolment, trainee));
    }

    /// <summary>Records that the trainee left.</summary>
    /// <inheritdoc cref="CompleteAsync"/>
    public async Task<Enrolment> DropOutAsync(Wire.RecordDropoutRequest request, CancellationToken cancellationToken)
    {
        var enrolment = await FindAsync(request.Name, request.Etag, cancellationToken);
        var day = RequireDay(request.DroppedOutOn, enrolment, "dropped_out_on");
        var trainee = await book.TraineeAsync(enrolment, cancellationToken);
        var told = new TraineeDroppedOut
        {
            PersonKey = trainee.PersonKey,
            Level = ProgrammeMessages.LevelName(enrolment.Level),
            Sex = SexNames.Of(trainee.Sex),
        };
        return End(enrolment, EnrolmentState.DroppedOut, day, told);
    }

    async Task<Enrolment> FindAsync(string name, string etag, CancellationToken cancellationToken)
    {
        var enrolment = await book.FindAsync(name, "name", cancellationToken);
        EnrolmentBook.RequireStudying(enrolment);
        Etag.Check(enrolment, etag, "etag");
        return enrolment;
    }

    DateOnly RequireDay(Google.Type.Date? sent, Enrolment enrolment, string field)
    {
        var found = new List<Violation>();
        var day = WireDate.ToDay(sent, field, found);
        EnrolmentRules.CheckLater(day, enrolment.Since, VietnamDay.Today(time), field, $"enrolment.{field}_out_of_range", found);
        return found.Count == 0 ? day!.Value : throw Refusal.Invalid(found);
    }

    Enrolment End(Enrolment enrolment, EnrolmentState state, DateOnly day, object told)
    {
        enrolment.State = state;
        enrolment.EndedOn = day;
        enrolment.UpdatedAt = time.GetUtcNow();
        enrolment.EndToldBy = db.Emit(
            told, enrolment.Id, day, CommuneOnDay.Of(areas, enrolment.AreaCode, enrolment.EnrolledOn, day), enrolment.BookedBy);
        return enrolment;
    }
}
