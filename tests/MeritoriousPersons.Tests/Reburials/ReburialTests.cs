using AnSinh.Contracts.Merit.V1;
using AnSinh.MeritoriousPersons.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.MeritoriousPersons.Tests.Reburials;

public sealed class ReburialTests(MeritHost service) : IClassFixture<MeritHost>
{
    [Fact]
    public async Task RecordAndVoid_AreTold_TheVoidNamesWhatItReplaces()
    {
        var reburial = await Record(Samples.Reburial());
        reburial = await service.Reburials.VoidReburialAsync(new VoidReburialRequest { Name = reburial.Name, Etag = reburial.Etag, Reason = "Ghi trùng", RequestId = Samples.RequestId() });
        reburial.Voided.ShouldBeTrue();
        await Refused.With(
            service.Reburials.VoidReburialAsync(new VoidReburialRequest { Name = reburial.Name, Etag = reburial.Etag, Reason = "Lại", RequestId = Samples.RequestId() }),
            StatusCode.FailedPrecondition, "reburial.voided");
        var events = (await service.Host.EventsAsync("merit", 2)).Where(one => reburial.Name.EndsWith(one.Subject, StringComparison.Ordinal)).ToList();
        events.Select(one => one.Type).ShouldBe(["ansinh.merit.v1.RemainsReburied", "ansinh.merit.v1.ReburialVoided"]);
        events[1].Data.ShouldContain(events[0].Id);
        events[0].Data.ShouldBe("""{"identification":"unknown","found_in":"laos"}""");
        events.ShouldAllBe(one => one.AreaCode == Samples.Commune);
    }

    [Fact]
    public async Task Record_WithABadField_IsRefusedForThatField()
    {
        var tomorrow = Samples.Day(service.Today.AddDays(1));
        (Action<Reburial> Spoil, string Field, string Code)[] cases =
        [
            (one => one.ReburiedOn = null, "reburial.reburied_on", "reburial.day_required"),
            (one => one.ReburiedOn = tomorrow, "reburial.reburied_on", "reburial.day_in_future"),
            (one => one.Identification = Identification.Unspecified, "reburial.identification", "reburial.identification_required"),
            (one => one.Identification = Identification.Named, "reburial.martyr_name", "reburial.martyr_name_invalid"),
            (one => one.MartyrName = "Mẫu", "reburial.martyr_name", "reburial.martyr_name_not_allowed"),
            (one => one.FoundIn = FoundIn.Unspecified, "reburial.found_in", "reburial.found_in_required"),
            (one => one.Cemetery = " ", "reburial.cemetery", "reburial.cemetery_invalid"),
            (one => one.AreaCode = "42", "reburial.area_code", "area.not_commune"),
        ];
        foreach (var (spoil, field, code) in cases)
        {
            var sent = Samples.Reburial();
            spoil(sent);
            await Refused.Field(service.Reburials.RecordReburialAsync(new RecordReburialRequest { Reburial = sent, RequestId = Samples.RequestId() }), field, code);
        }
    }

    [Fact]
    public async Task Record_InATakenGrave_IsRefused_UntilTheOtherIsVoided()
    {
        var sent = Samples.Reburial();
        sent.Grave = "Lô A, hàng 3, mộ 12";
        var first = await Record(sent);
        await Refused.With(
            service.Reburials.RecordReburialAsync(new RecordReburialRequest { Reburial = sent, RequestId = Samples.RequestId() }), StatusCode.AlreadyExists, "reburial.grave_taken");
        await service.Reburials.VoidReburialAsync(new VoidReburialRequest { Name = first.Name, Etag = first.Etag, Reason = "Nhầm mộ", RequestId = Samples.RequestId() });
        await Record(sent);
    }

    [Fact]
    public async Task List_ShowsTheCallersAreasAndDays()
    {
        var early = Samples.Reburial();
        (early.ReburiedOn, early.AreaCode) = (Samples.Day(2026, 1, 7), Samples.OtherCommune);
        var recorded = await Record(early);
        var request = new ListReburialsRequest { ReburiedFrom = Samples.Day(2026, 1, 1), ReburiedTo = Samples.Day(2026, 1, 31) };
        (await service.Reburials.ListReburialsAsync(request)).Reburials.Select(one => one.Name).ShouldBe([recorded.Name]);
        var elsewhere = new ReburialService.ReburialServiceClient(service.OfficerOf("46"));
        (await elsewhere.ListReburialsAsync(request)).Reburials.ShouldBeEmpty();
        await Refused.With(elsewhere.GetReburialAsync(new GetReburialRequest { Name = recorded.Name }), StatusCode.PermissionDenied, "area.out_of_scope");
    }

    async Task<Reburial> Record(Reburial sent) =>
        await service.Reburials.RecordReburialAsync(new RecordReburialRequest { Reburial = sent, RequestId = Samples.RequestId() });
}
