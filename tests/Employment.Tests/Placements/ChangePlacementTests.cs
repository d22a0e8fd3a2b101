using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Placements;

public sealed class ChangePlacementTests(EmploymentHost service) : IClassFixture<EmploymentHost>
{
    [Fact]
    public async Task Correct_ReplacesTheContentAndKeepsTheHistory()
    {
        var placement = await service.Placements.RecordPlacementAsync(Samples.Record(employer: Samples.Employer("0100100400")));
        var corrected = placement.Clone();
        (corrected.StartDate, corrected.AreaCode, corrected.Employer) = (Samples.Day(2026, 3, 9), Samples.OtherCommune, "");
        service.Host.Time.Advance(TimeSpan.FromMinutes(1));
        var answer = await service.Placements.CorrectPlacementAsync(Correction(corrected, "Ghi nhầm ngày"));
        answer.Etag.ShouldBe("2");
        answer.Employer.ShouldBeEmpty();
        (await service.Placements.GetPlacementAsync(new GetPlacementRequest { Name = placement.Name })).ShouldBe(answer);
        var history = await service.Placements.ListPlacementHistoryAsync(new ListPlacementHistoryRequest { Name = placement.Name });
        history.Entries.Select(entry => entry.EventType).ShouldBe(["ansinh.employment.v1.PlacementRecorded", "ansinh.employment.v1.PlacementCorrected"]);
        history.Entries[1].Reason.ShouldBe("Ghi nhầm ngày");
        history.Entries[1].Actor.ShouldBe("tester");
        history.Entries[1].RecordedAt.ToDateTimeOffset().ShouldBe(service.Host.Time.GetUtcNow());
    }

    [Fact]
    public async Task Correct_WithAStaleEtag_IsAbortedWithTheCurrentOne()
    {
        var placement = await service.Placements.RecordPlacementAsync(Samples.Record());
        await service.Placements.CorrectPlacementAsync(Correction(placement, "Lần một"));
        var refusal = await Refused.With(service.Placements.CorrectPlacementAsync(Correction(placement, "Lần hai")), StatusCode.Aborted, "etag.mismatch");
        refusal.Metadata["etag"].ShouldBe("2");
        placement.Etag = "";
        await Refused.Field(service.Placements.CorrectPlacementAsync(Correction(placement, "Lần ba")), "placement.etag", "etag.missing");
    }

    [Fact]
    public async Task Correct_WithBadContentOrNoReason_IsRefused()
    {
        var placement = await service.Placements.RecordPlacementAsync(Samples.Record());
        await Refused.Field(service.Placements.CorrectPlacementAsync(Correction(placement, " ")), "reason", "reason.invalid");
        await Refused.Field(service.Placements.CorrectPlacementAsync(Correction(placement, new string('x', 501))), "reason", "reason.invalid");
        var early = placement.Clone();
        (early.StartDate, early.AreaCode) = (Samples.Day(1999, 3, 13), Samples.FormerCommune);
        await Refused.Field(service.Placements.CorrectPlacementAsync(Correction(early, "Đổi")), "placement.start_date", "placement.worker_too_young");
        (await service.Placements.GetPlacementAsync(new GetPlacementRequest { Name = placement.Name })).ShouldBe(placement);
    }

    [Fact]
    public async Task Correct_IntoWhatAnotherPlacementSays_IsRefused()
    {
        var worker = Samples.Worker();
        var first = await service.Placements.RecordPlacementAsync(Samples.Record(worker: worker));
        var other = Samples.Domestic();
        other.StartDate = Samples.Day(2026, 4, 1);
        var second = await service.Placements.RecordPlacementAsync(Samples.Record(other, worker));
        second.StartDate = first.StartDate;
        var refusal = await Refused.With(service.Placements.CorrectPlacementAsync(Correction(second, "Đổi ngày")), StatusCode.AlreadyExists, "placement.duplicate");
        refusal.Metadata["placement"].ShouldBe(first.Name);
    }

    [Fact]
    public async Task Void_KeepsTheRecordReadable_AndIsRefusedTheSecondTime()
    {
        var placement = await service.Placements.RecordPlacementAsync(Samples.Record());
        var voided = await service.Placements.VoidPlacementAsync(Voiding(placement));
        voided.State.ShouldBe(PlacementState.Voided);
        (await service.Placements.GetPlacementAsync(new GetPlacementRequest { Name = placement.Name })).ShouldBe(voided);
        await Refused.With(service.Placements.VoidPlacementAsync(Voiding(voided)), StatusCode.FailedPrecondition, "placement.voided");
        await Refused.With(service.Placements.CorrectPlacementAsync(Correction(voided, "Đổi")), StatusCode.FailedPrecondition, "placement.voided");
        await Refused.With(service.Placements.RecordReturnAsync(Returning(voided, Samples.Day(2026, 4, 1))), StatusCode.FailedPrecondition, "placement.voided");
    }

    [Fact]
    public async Task Return_IsRecordedOnce_AndOnlyForWorkAbroad()
    {
        var placement = await service.Placements.RecordPlacementAsync(Samples.Record(Samples.Overseas()));
        await Refused.Field(service.Placements.RecordReturnAsync(Returning(placement, Samples.Day(2026, 3, 1))), "return_date", "placement.return_before_start");
        await Refused.Field(service.Placements.RecordReturnAsync(Returning(placement, Samples.Day(service.Today.AddDays(1)))), "return_date", "placement.return_in_future");
        await Refused.Field(service.Placements.RecordReturnAsync(Returning(placement, null)), "return_date", "placement.return_date_required");
        var returned = await service.Placements.RecordReturnAsync(Returning(placement, Samples.Day(2026, 5, 4)));
        returned.Overseas.ReturnDate.ShouldBe(Samples.Day(2026, 5, 4));
        await Refused.With(service.Placements.RecordReturnAsync(Returning(returned, Samples.Day(2026, 5, 5))), StatusCode.FailedPrecondition, "placement.already_returned");
        var domestic = await service.Placements.RecordPlacementAsync(Samples.Record());
        await Refused.With(service.Placements.RecordReturnAsync(Returning(domestic, Samples.Day(2026, 5, 4))), StatusCode.FailedPrecondition, "placement.not_overseas");
    }

    [Fact]
    public async Task Correct_CannotContradictAReturn()
    {
        var placement = await service.Placements.RecordPlacementAsync(Samples.Record(Samples.Overseas()));
        placement = await service.Placements.RecordReturnAsync(Returning(placement, Samples.Day(2026, 5, 4)));
        var moved = placement.Clone();
        moved.Overseas.ReturnDate = Samples.Day(2026, 5, 5);
        await Refused.Field(
            service.Placements.CorrectPlacementAsync(Correction(moved, "Đổi")), "placement.overseas.return_date", "placement.return_not_correctable");
        var late = placement.Clone();
        (late.StartDate, late.Overseas.ReturnDate) = (Samples.Day(2026, 5, 5), null);
        await Refused.With(service.Placements.CorrectPlacementAsync(Correction(late, "Đổi")), StatusCode.FailedPrecondition, "placement.already_returned");
    }

    static CorrectPlacementRequest Correction(Placement placement, string reason) =>
        new() { Placement = placement, Reason = reason, RequestId = Samples.RequestId() };

    static VoidPlacementRequest Voiding(Placement placement) =>
        new() { Name = placement.Name, Etag = placement.Etag, Reason = "Ghi nhầm", RequestId = Samples.RequestId() };

    static RecordReturnRequest Returning(Placement placement, Google.Type.Date? day) =>
        new() { Name = placement.Name, Etag = placement.Etag, ReturnDate = day, RequestId = Samples.RequestId() };
}
