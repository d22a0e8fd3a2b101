using AnSinh.Contracts.Events.Surveys.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Surveys.V1;

namespace AnSinh.SurveyedFigures;

/// <summary>Keys figures in, signs and withdraws them.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="db">The scope's database.</param>
/// <param name="rules">What a figure must look like.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="caller">Who calls.</param>
/// <param name="time">Clock.</param>
public sealed class SurveyedFigureBook<TDb>(TDb db, SurveyedFigureRules<TDb> rules, RecordScope scope, CallerAccessor caller, TimeProvider time)
    where TDb : ServiceDb
{
    const int LongestReason = 500;

    /// <summary>Finds the figure that a request names, in the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>survey.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>.</exception>
    public async Task<SurveyedFigure> FindAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(SurveyedFigureMessages.Collection, name, "name");
        var figure = await db.Set<SurveyedFigure>().SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("survey.not_found", "Không có số liệu điều tra này.");
        scope.Require(figure.AreaCode, figure.Day);
        return figure;
    }

    /// <summary>Keys a figure in.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; PERMISSION_DENIED <c>area.out_of_scope</c>; ALREADY_EXISTS
    /// <c>survey.awaits_signature</c> with the other one's name.</exception>
    public async Task<SurveyedFigure> RecordAsync(Wire.RecordSurveyedFigureRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Figure ?? new Wire.SurveyedFigure();
        var day = rules.Require(sent, VietnamDay.Today(time));
        scope.Require(sent.AreaCode, day);
        var waiting = await db.Set<SurveyedFigure>().AsNoTracking()
            .Where(one => one.Indicator == sent.Indicator && one.AreaCode == sent.AreaCode && one.Day == day && one.State == FigureState.Keyed)
            .Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellationToken);
        if (waiting is { } other)
        {
            throw AwaitsSignature(ResourceName.Format(SurveyedFigureMessages.Collection, other));
        }

        var now = time.GetUtcNow();
        var figure = new SurveyedFigure
        {
            Id = TimeOrderedId.Next(time),
            Indicator = sent.Indicator,
            AreaCode = sent.AreaCode,
            Day = day,
            Value = sent.Value,
            Source = sent.Source.Trim(),
            State = FigureState.Keyed,
            KeyedBy = caller.Current.Subject,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Add(figure);
        return figure;
    }

    /// <summary>Signs a figure: it holds from now on.</summary>
    /// <exception cref="Refusal">As <see cref="FindAsync"/>; FAILED_PRECONDITION <c>survey.already_signed</c>, <c>survey.withdrawn</c>,
    /// <c>survey.signed_by_author</c>; ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<SurveyedFigure> SignAsync(Wire.SignSurveyedFigureRequest request, CancellationToken cancellationToken)
    {
        var figure = await FindAsync(request.Name, cancellationToken);
        RequireNotWithdrawn(figure);
        if (figure.State == FigureState.Signed)
        {
            throw Refusal.Precondition("survey.already_signed", "Số liệu này đã được ký.");
        }

        Etag.Check(figure, request.Etag, "etag");
        if (figure.KeyedBy == caller.Current.Subject)
        {
            throw Refusal.Precondition("survey.signed_by_author", "Người nhập số liệu không được tự ký; cần một người khác ký.");
        }

        figure.State = FigureState.Signed;
        figure.SignedBy = caller.Current.Subject;
        figure.UpdatedAt = time.GetUtcNow();
        figure.ToldBy = db.Emit(
            new SurveyedFigureSigned { Indicator = figure.Indicator, Value = figure.Value, Source = figure.Source }, figure.Id, figure.Day, figure.AreaCode);
        return figure;
    }

    /// <summary>Withdraws a figure; of a signed one the figure before it holds again.</summary>
    /// <exception cref="Refusal">As <see cref="FindAsync"/>; FAILED_PRECONDITION <c>survey.withdrawn</c>; INVALID_ARGUMENT
    /// <c>reason.invalid</c>; ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<SurveyedFigure> WithdrawAsync(Wire.WithdrawSurveyedFigureRequest request, CancellationToken cancellationToken)
    {
        var figure = await FindAsync(request.Name, cancellationToken);
        RequireNotWithdrawn(figure);
        Etag.Check(figure, request.Etag, "etag");
        if (request.Reason.Trim() is not { Length: > 0 and <= LongestReason } reason)
        {
            throw Refusal.Invalid("reason", "reason.invalid", $"Phải ghi lý do, từ 1 đến {LongestReason} ký tự.");
        }

        figure.State = FigureState.Withdrawn;
        figure.WithdrawnBy = caller.Current.Subject;
        figure.WithdrawnBecause = reason;
        figure.UpdatedAt = time.GetUtcNow();
        if (figure.ToldBy is { } told)
        {
            db.Emit(new SurveyedFigureWithdrawn { Indicator = figure.Indicator, Replaces = told }, figure.Id, figure.Day, figure.AreaCode, told);
        }

        return figure;
    }

    static void RequireNotWithdrawn(SurveyedFigure figure)
    {
        if (figure.State == FigureState.Withdrawn)
        {
            throw Refusal.Precondition("survey.withdrawn", "Số liệu này đã bị rút, không thể thay đổi nữa.");
        }
    }

    static Refusal AwaitsSignature(string name) => new(
        RefusalKind.AlreadyExists, "survey.awaits_signature", $"Đã có số liệu cùng chỉ tiêu, địa bàn và ngày đang chờ ký: {name}. Hãy ký hoặc rút số liệu đó trước.")
    {
        Metadata = new Dictionary<string, string> { ["figure"] = name },
    };
}
