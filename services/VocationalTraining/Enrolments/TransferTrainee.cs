using AnSinh.Contracts.Events.Training.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Enrolments;

/// <summary>Records that a trainee goes on at another institution (chuyển trường).</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds records.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="time">Clock.</param>
public sealed class TransferTrainee(TrainingDb db, EnrolmentBook book, AreaDirectory areas, TimeProvider time)
{
    /// <summary>Transfers.</summary>
    /// <exception cref="Refusal">As the rpc says.</exception>
    public async Task<Enrolment> RunAsync(Wire.TransferTraineeRequest request, CancellationToken cancellationToken)
    {
        var enrolment = await book.FindAsync(request.Name, "name", cancellationToken);
        EnrolmentBook.RequireStudying(enrolment);
        Etag.Check(enrolment, request.Etag, "etag");
        var found = new List<Violation>();
        var day = WireDate.ToDay(request.TransferredOn, "transferred_on", found);
        EnrolmentRules.CheckLater(day, enrolment.Since, VietnamDay.Today(time), "transferred_on", "enrolment.transferred_on_out_of_range", found);
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        var (programme, institution) = await book.FindProgrammeAsync(request.Programme, "programme", cancellationToken);
        if (institution.Id == enrolment.InstitutionId)
        {
            throw Refusal.Precondition("enrolment.same_institution", "Người học đang học tại chính cơ sở này; chuyển trường phải sang cơ sở khác.");
        }

        if (programme.Level != enrolment.Level)
        {
            throw Refusal.Precondition("enrolment.level_differs", "Chương trình chuyển đến phải cùng trình độ với chương trình đang học.");
        }

        var on = day!.Value;
        EnrolmentBook.RequireWorking(institution, on);
        var trainee = await book.TraineeAsync(enrolment, cancellationToken);
        db.Emit(
            new TraineeTransferred { PersonKey = trainee.PersonKey, From = enrolment.InstitutionId, To = institution.Id },
            enrolment.Id, on, CommuneOnDay.Of(areas, enrolment.AreaCode, enrolment.EnrolledOn, on), enrolment.BookedBy);
        enrolment.ProgrammeId = programme.Id;
        enrolment.InstitutionId = institution.Id;
        enrolment.TransferredOn = on;
        enrolment.UpdatedAt = time.GetUtcNow();
        return enrolment;
    }
}
