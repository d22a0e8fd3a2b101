using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using AnSinh.VocationalTraining.Institutions;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Programmes;

/// <summary>Registers a programme of an institution.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="institutions">Finds institutions.</param>
/// <param name="time">Clock.</param>
public sealed class RegisterProgramme(TrainingDb db, InstitutionBook institutions, TimeProvider time)
{
    const int LongestOccupation = 7;
    const int LongestName = 200;

    /// <summary>Registers.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; NOT_FOUND <c>institution.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>; FAILED_PRECONDITION <c>institution.closed</c>; ALREADY_EXISTS <c>programme.code_taken</c>.</exception>
    public async Task<Programme> RunAsync(Wire.RegisterProgrammeRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Programme ?? new Wire.Programme();
        var institution = await institutions.FindAsync(sent.Institution, "programme.institution", cancellationToken);
        var today = VietnamDay.Today(time);
        var found = new List<Violation>();
        Check(sent, today, found);
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        if (!institution.WorkedOn(today))
        {
            throw Refusal.Precondition("institution.closed", "Cơ sở đã ngừng hoạt động, không thể mở thêm chương trình.");
        }

        if (await db.Programmes.AnyAsync(one => one.InstitutionId == institution.Id && one.Code == sent.Code, cancellationToken))
        {
            throw Refusal.AlreadyExists("programme.code_taken", $"Mã chương trình {sent.Code} đã được cơ sở này dùng.");
        }

        var programme = new Programme
        {
            Id = TimeOrderedId.Next(time),
            InstitutionId = institution.Id,
            Code = sent.Code,
            Level = (TrainingLevel)sent.Level,
            OccupationCode = sent.OccupationCode,
            OccupationName = TrainingCodes.Tidy(sent.OccupationName),
            DurationWeeks = sent.DurationWeeks,
            FeeVnd = sent.FeeVnd,
            YearlyQuota = sent.YearlyQuota,
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(programme);
        return programme;
    }

    static void Check(Wire.Programme sent, DateOnly today, List<Violation> found)
    {
        if (!TrainingCodes.IsCode(sent.Code))
        {
            found.Add(new Violation(
                "programme.code", "programme.code_malformed", $"Mã chương trình phải gồm 1 đến {TrainingCodes.Longest} chữ hoa không dấu, chữ số hoặc dấu gạch ngang."));
        }

        if (sent.OccupationCode.Length > LongestOccupation || sent.OccupationCode.Any(letter => !char.IsAsciiDigit(letter)))
        {
            found.Add(new Violation(
                "programme.occupation_code", "programme.occupation_code_malformed", $"Mã ngành, nghề phải gồm 1 đến {LongestOccupation} chữ số, hoặc để trống."));
        }

        if (TrainingCodes.Tidy(sent.OccupationName).Length is 0 or > LongestName)
        {
            found.Add(new Violation("programme.occupation_name", "programme.occupation_name_invalid", $"Tên ngành, nghề phải có từ 1 đến {LongestName} ký tự."));
        }

        if (sent.FeeVnd < 0)
        {
            found.Add(new Violation("programme.fee_vnd", "programme.fee_negative", "Học phí không được âm; ghi 0 nếu miễn phí."));
        }

        if (sent.YearlyQuota < 0)
        {
            found.Add(new Violation("programme.yearly_quota", "programme.quota_negative", "Quy mô tuyển sinh không được âm; ghi 0 nếu không quy định."));
        }

        CheckLevel(sent, today, found);
    }

    static void CheckLevel(Wire.Programme sent, DateOnly today, List<Violation> found)
    {
        if (!Enum.IsDefined((TrainingLevel)sent.Level))
        {
            found.Add(new Violation("programme.level", "programme.level_required", "Phải ghi trình độ: cao đẳng, trung cấp, sơ cấp hoặc dưới 3 tháng."));
            return;
        }

        var term = LevelTerm.On((TrainingLevel)sent.Level, today);
        if (sent.DurationWeeks < term.LeastWeeks || sent.DurationWeeks > term.MostWeeks)
        {
            found.Add(new Violation(
                "programme.duration_weeks", "programme.duration_wrong_for_level",
                $"Thời gian đào tạo {sent.DurationWeeks} tuần không phù hợp với trình độ; cho phép từ {term.LeastWeeks} đến {term.MostWeeks} tuần ({term.LegalBasis})."));
        }
    }
}
