using AnSinh.Contracts.Events.Training.V1;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using AnSinh.VocationalTraining.Institutions;
using AnSinh.VocationalTraining.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.VocationalTraining.Enrolments;

/// <summary>What the use cases of enrolments have in common: finding records, the states that allow a change.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="scope">The caller's areas.</param>
public sealed class EnrolmentBook(TrainingDb db, RecordScope scope)
{
    /// <summary>Longest reason in characters.</summary>
    public const int LongestReason = 500;

    /// <summary>Finds the enrolment that a request names, in the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>enrolment.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>.</exception>
    public async Task<Enrolment> FindAsync(string name, string field, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(EnrolmentMessages.Collection, name, field);
        var enrolment = await db.Enrolments.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("enrolment.not_found", "Không có lượt tuyển sinh này.");
        scope.Require(enrolment.AreaCode, enrolment.EnrolledOn);
        return enrolment;
    }

    /// <summary>Finds the programme that a request names, with its institution, wherever it lies.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>programme.not_found</c>.</exception>
    public async Task<(Programme Programme, Institution Institution)> FindProgrammeAsync(string name, string field, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(ProgrammeMessages.Collection, name, field);
        var programme = await db.Programmes.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("programme.not_found", "Không có chương trình đào tạo này.");
        return (programme, await db.Institutions.AsNoTracking().SingleAsync(one => one.Id == programme.InstitutionId, cancellationToken));
    }

    /// <summary>The trainee of an enrolment.</summary>
    public Task<Person> TraineeAsync(Enrolment enrolment, CancellationToken cancellationToken) =>
        db.People.SingleAsync(one => one.Id == enrolment.PersonId, cancellationToken);

    /// <summary>Refuses a change to an enrolment that has ended.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>enrolment.completed</c>, <c>enrolment.dropped_out</c>, <c>enrolment.voided</c>.</exception>
    public static void RequireStudying(Enrolment enrolment)
    {
        switch (enrolment.State)
        {
            case EnrolmentState.Completed:
                throw Refusal.Precondition("enrolment.completed", $"Người học đã tốt nghiệp ngày {VietnamDay.Text(enrolment.EndedOn!.Value)}.");
            case EnrolmentState.DroppedOut:
                throw Refusal.Precondition("enrolment.dropped_out", $"Người học đã thôi học ngày {VietnamDay.Text(enrolment.EndedOn!.Value)}; không thể ghi tiếp.");
            default:
                RequireInForce(enrolment);
                break;
        }
    }

    /// <summary>Refuses a change to a voided enrolment.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>enrolment.voided</c>.</exception>
    public static void RequireInForce(Enrolment enrolment)
    {
        if (enrolment.State == EnrolmentState.Voided)
        {
            throw Refusal.Precondition("enrolment.voided", "Lượt tuyển sinh này đã bị hủy, không thể thay đổi nữa.");
        }
    }

    /// <summary>Refuses an institution that did not work on a day.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>institution.closed</c>.</exception>
    public static void RequireWorking(Institution institution, DateOnly day)
    {
        if (!institution.WorkedOn(day))
        {
            throw Refusal.Precondition("institution.closed", NotWorking(institution, day));
        }
    }

    /// <summary>Why an institution takes nobody on a day.</summary>
    public static string NotWorking(Institution institution, DateOnly day) =>
        $"Cơ sở {institution.Code} không hoạt động vào ngày {VietnamDay.Text(day)}: từ {VietnamDay.Text(institution.OpenedOn)}"
        + (institution.ClosedOn is { } closed ? $" đến {VietnamDay.Text(closed)}." : ".");

    /// <summary>The reason, tidy.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>reason.invalid</c>.</exception>
    public static string RequireReason(string reason) => reason.Trim() is { Length: > 0 and <= LongestReason } tidy
        ? tidy
        : throw Refusal.Invalid("reason", "reason.invalid", $"Phải ghi lý do, từ 1 đến {LongestReason} ký tự.");

    /// <summary>The event that tells of an enrolment.</summary>
    public static TraineeEnrolled Enrolled(Enrolment enrolment, Person trainee) => new()
    {
        Enrolment = new EnrolmentContent
        {
            PersonKey = trainee.PersonKey,
            Level = ProgrammeMessages.LevelName(enrolment.Level),
            EnrolledOn = enrolment.EnrolledOn,
            AreaCode = enrolment.AreaCode,
            Institution = enrolment.InstitutionId,
            Sex = SexNames.Of(trainee.Sex),
            RuralSubsidy = enrolment.RuralSubsidy,
        },
    };

    /// <summary>The event that tells of a completion.</summary>
    public static TraineeCompleted Completed(Enrolment enrolment, Person trainee) => new()
    {
        PersonKey = trainee.PersonKey,
        Level = ProgrammeMessages.LevelName(enrolment.Level),
        Sex = SexNames.Of(trainee.Sex),
    };
}
