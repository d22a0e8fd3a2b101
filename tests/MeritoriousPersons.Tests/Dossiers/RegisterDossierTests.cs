using AnSinh.Contracts.Dossiers.V1;
using AnSinh.Contracts.Merit.V1;
using AnSinh.MeritoriousPersons.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.MeritoriousPersons.Tests.Dossiers;

public sealed class RegisterDossierTests(MeritHost service) : IClassFixture<MeritHost>
{
    [Fact]
    public async Task Register_GivesBackWhatWasRegistered_WithItsDeadline()
    {
        var request = Samples.Register();
        var registered = await service.Dossiers.RegisterDossierAsync(request);
        registered.Register.ShouldBe("merit");
        registered.State.ShouldBe(DossierState.Received);
        registered.Papers.ShouldBe(request.Dossier.Papers);
        registered.Holder.ShouldBe("account-merit-officer");
        registered.Person.CitizenNumber.ShouldContain("*");

        // Five working days after Monday, 1 June 2026.
        registered.DueOn.ShouldBe(Samples.Day(2026, 6, 8));
        var read = await service.Dossiers.GetDossierAsync(new GetDossierRequest { Name = registered.Name });
        read.Person.CitizenNumber.ShouldBe(request.Dossier.Person.CitizenNumber);
        read.Papers.ShouldBe(request.Dossier.Papers);
        read.Etag.ShouldBe(registered.Etag);
    }

    [Fact]
    public async Task Register_WhenThePersonHasOneOfTheCategory_IsRefusedWithItsName()
    {
        var request = Samples.Register();
        var first = await service.Dossiers.RegisterDossierAsync(request);
        var again = Samples.Register(request.Dossier.Clone());
        var refusal = await Refused.With(service.Dossiers.RegisterDossierAsync(again), StatusCode.AlreadyExists, "dossier.duplicate");
        refusal.Metadata["dossier"].ShouldBe(first.Name);
        again.Dossier.Category = "NCC09";
        (await service.Dossiers.RegisterDossierAsync(Samples.Register(again.Dossier))).Name.ShouldNotBe(first.Name);
        await service.Dossiers.VoidDossierAsync(Samples.Step(first, "Ghi nhầm"));
        (await service.Dossiers.RegisterDossierAsync(Samples.Register(request.Dossier.Clone()))).Name.ShouldNotBe(first.Name);
    }

    [Fact]
    public async Task Register_WithABadField_IsRefusedForThatField()
    {
        var day = service.Today.AddDays(1);
        (Action<Dossier> Spoil, string Field, string Code)[] cases =
        [
            (one => one.Category = "NCC99", "dossier.category", "dossier.category_unknown"),
            (one => one.Symbol = new string('x', 61), "dossier.symbol", "dossier.symbol_too_long"),
            (one => one.ReceivedOn = null, "dossier.received_on", "dossier.received_on_required"),
            (one => one.ReceivedOn = Samples.Day(day), "dossier.received_on", "dossier.day_in_future"),
            (one => one.Person = null, "dossier.person", "person.required"),
            (one => one.Person.AreaCode = "1", "dossier.person.area_code", "area.unknown"),
            (one => one.TransferredFrom = "xx", "dossier.transferred_from", "dossier.province_invalid"),
            (one => one.Papers.Add(new Paper()), "dossier.papers[1].title", "dossier.paper_title_invalid"),
        ];
        foreach (var (spoil, field, code) in cases)
        {
            var request = Samples.Register();
            spoil(request.Dossier);
            await Refused.Field(service.Dossiers.RegisterDossierAsync(request), field, code);
        }
    }

    [Fact]
    public async Task Get_InAForeignArea_IsRefused()
    {
        var dossier = await service.Dossiers.RegisterDossierAsync(Samples.Register(Samples.Dossier(Samples.ForeignCommune)));
        var local = new DossierService.DossierServiceClient(service.OfficerOf("42"));
        await Refused.With(local.GetDossierAsync(new GetDossierRequest { Name = dossier.Name }), StatusCode.PermissionDenied, "area.out_of_scope");
        await Refused.With(local.VerifyDossierAsync(Samples.Step(dossier)), StatusCode.PermissionDenied, "area.out_of_scope");
        (await local.ListDossiersAsync(new ListDossiersRequest { PageSize = 1000 })).Dossiers.ShouldAllBe(one => one.AreaCode != Samples.ForeignCommune);
    }

    [Fact]
    public async Task List_Overdue_ShowsWhatIsStuck_TheLongestFirst()
    {
        var holder = $"Tổ {Guid.NewGuid()}";
        var old = Samples.Dossier();
        (old.ReceivedOn, old.Holder) = (Samples.Day(2026, 5, 4), holder);
        var older = Samples.Dossier();
        (older.ReceivedOn, older.Holder) = (Samples.Day(2026, 4, 1), holder);
        var fresh = Samples.Dossier();
        (fresh.ReceivedOn, fresh.Holder) = (Samples.Day(2026, 6, 15), holder);
        foreach (var one in new[] { old, older, fresh })
        {
            await service.Dossiers.RegisterDossierAsync(Samples.Register(one));
        }

        var request = new ListDossiersRequest { Overdue = true, Holder = holder, PageSize = 1 };
        var first = await service.Dossiers.ListDossiersAsync(request);
        first.Dossiers.Single().ReceivedOn.ShouldBe(older.ReceivedOn);
        request.PageToken = first.NextPageToken;
        var second = await service.Dossiers.ListDossiersAsync(request);
        second.Dossiers.Single().ReceivedOn.ShouldBe(old.ReceivedOn);
        second.NextPageToken.ShouldBeEmpty();
        (await service.Dossiers.ListDossiersAsync(new ListDossiersRequest { Holder = holder })).Dossiers.Select(one => one.ReceivedOn)
            .ShouldBe([fresh.ReceivedOn, old.ReceivedOn, older.ReceivedOn]);
    }

    [Fact]
    public async Task Deadline_AddedLater_AppliesFromItsDay()
    {
        var added = new DossierDeadline
        {
            Category = "NCC12",
            State = DossierState.Received,
            WorkingDays = 3,
            AppliedFrom = Samples.Day(2026, 6, 2),
            LegalBasis = "Quyết định mẫu",
        };
        await service.Dossiers.AddDossierDeadlineAsync(new AddDossierDeadlineRequest { Deadline = added, RequestId = Samples.RequestId() });
        await Refused.With(
            service.Dossiers.AddDossierDeadlineAsync(new AddDossierDeadlineRequest { Deadline = added, RequestId = Samples.RequestId() }),
            StatusCode.AlreadyExists, "dossier.deadline_exists");
        (await service.Dossiers.ListDossierDeadlinesAsync(new ListDossierDeadlinesRequest())).Deadlines.ShouldContain(added);
        foreach (var (day, due) in new[] { (1, 8), (2, 5) })
        {
            var dossier = Samples.Dossier();
            (dossier.Category, dossier.ReceivedOn) = ("NCC12", Samples.Day(2026, 6, day));
            (await service.Dossiers.RegisterDossierAsync(Samples.Register(dossier))).DueOn.ShouldBe(Samples.Day(2026, 6, due));
        }
    }
}
