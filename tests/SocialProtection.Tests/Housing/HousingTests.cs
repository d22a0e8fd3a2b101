using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Protection.V1;
using AnSinh.Contracts.Support.V1;
using AnSinh.SocialProtection.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.SocialProtection.Tests.Housing;

public sealed class HousingTests(ProtectionHost host) : IClassFixture<ProtectionHost>
{
    HousingService.HousingServiceClient Houses => new(host.Officer);

    static HousingSupport House() => new()
    {
        Beneficiary = HousingBeneficiary.PoorHousehold,
        Person = Samples.Person(),
        AreaCode = Samples.Commune,
        Fund = "Quỹ Mẫu",
        Work = HousingWork.Build,
        AmountVnd = 50_000_000,
        StartedOn = Samples.Day(2020, 2, 3),
    };

    [Fact]
    public async Task Record_Complete_Void_TellsAndTakesBack()
    {
        var house = await Houses.RecordHousingAsync(new RecordHousingRequest { Housing = House(), RequestId = Samples.RequestId() });
        house.State.ShouldBe(HousingState.Started);

        var done = await Houses.CompleteHousingAsync(new CompleteHousingRequest
        {
            Name = house.Name,
            CompletedOn = Samples.Day(2020, 6, 1),
            Etag = house.Etag,
            RequestId = Samples.RequestId(),
        });
        done.State.ShouldBe(HousingState.Completed);
        await Refused.With(
            Houses.CompleteHousingAsync(new CompleteHousingRequest { Name = house.Name, CompletedOn = Samples.Day(2020, 6, 2), Etag = done.Etag, RequestId = Samples.RequestId() }),
            StatusCode.FailedPrecondition, "housing.not_started");

        var voided = await Houses.VoidHousingAsync(new VoidHousingRequest { Name = house.Name, Reason = "Ghi nhầm", Etag = done.Etag, RequestId = Samples.RequestId() });
        voided.State.ShouldBe(HousingState.Voided);
        await Refused.With(
            Houses.VoidHousingAsync(new VoidHousingRequest { Name = house.Name, Reason = "Ghi nhầm", Etag = voided.Etag, RequestId = Samples.RequestId() }),
            StatusCode.FailedPrecondition, "housing.voided");
    }

    [Fact]
    public async Task Import_OfTheSameFileTwice_ChangesNothing_AndABadRowIsRefused()
    {
        var house = House();
        house.CompletedOn = Samples.Day(2020, 5, 4);
        var bad = House();
        bad.CompletedOn = Samples.Day(2020, 1, 4);
        var merit = House();
        merit.Beneficiary = HousingBeneficiary.Merit;
        ImportHousingRequest[] messages =
        [
            new() { Options = new ImportOptions() },
            new()
            {
                Rows = new HousingRows
                {
                    Rows = { new HousingRow { Line = 2, Housing = house }, new HousingRow { Line = 3, Housing = bad }, new HousingRow { Line = 4, Housing = merit } },
                },
            },
        ];

        var first = await Importing.SendAsync(Houses.ImportHousing(), messages);
        var second = await Importing.SendAsync(Houses.ImportHousing(), messages);

        first.Rows[1].ShouldBeRefused("housing.completed_on_invalid");
        first.Rows[2].ShouldBeRefused("housing.beneficiary_invalid");
        first.Summary.Recorded.ShouldBe(1);
        second.Summary.AlreadyPresent.ShouldBe(1);
        (await Houses.GetHousingAsync(new GetHousingRequest { Name = first.Rows[0].Resource })).State.ShouldBe(HousingState.Completed);
    }

    [Fact]
    public async Task Record_TheSamePaperTwice_IsRefused()
    {
        var house = House();
        await Houses.RecordHousingAsync(new RecordHousingRequest { Housing = house, RequestId = Samples.RequestId() });

        await Refused.With(
            Houses.RecordHousingAsync(new RecordHousingRequest { Housing = house, RequestId = Samples.RequestId() }), StatusCode.AlreadyExists, "housing.duplicate");
    }
}
