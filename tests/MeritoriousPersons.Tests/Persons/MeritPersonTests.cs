using AnSinh.Contracts.Merit.V1;
using AnSinh.MeritoriousPersons.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.MeritoriousPersons.Tests.Persons;

public sealed class MeritPersonTests(MeritHost service) : IClassFixture<MeritHost>
{
    [Fact]
    public async Task Register_GivesBackWhatWasRegistered_AndMasksTheNumber()
    {
        var sent = Samples.MeritPerson();
        var registered = await Register(sent);
        registered.Person.CitizenNumber.ShouldContain("*");
        (registered.Category, registered.InjuryPercent, registered.DecisionNumber).ShouldBe(("NCC07", 61, "12/QĐ-SNV"));
        var read = await service.Persons.GetMeritPersonAsync(new GetMeritPersonRequest { Name = registered.Name });
        read.Person.CitizenNumber.ShouldBe(sent.Person.CitizenNumber);
        var viewer = new MeritPersonService.MeritPersonServiceClient(service.As("merit-viewer"));
        (await viewer.GetMeritPersonAsync(new GetMeritPersonRequest { Name = registered.Name })).Person.CitizenNumber.ShouldContain("*");
    }

    [Fact]
    public async Task Register_TheSameCategoryTwice_IsRefused_AnotherCategoryIsNot()
    {
        var sent = Samples.MeritPerson();
        var first = await Register(sent);
        var refusal = await Refused.With(
            service.Persons.RegisterMeritPersonAsync(new RegisterMeritPersonRequest { MeritPerson = sent, RequestId = Samples.RequestId() }),
            StatusCode.AlreadyExists, "merit_person.duplicate");
        refusal.Metadata["merit_person"].ShouldBe(first.Name);
        var other = sent.Clone();
        (other.Category, other.InjuryPercent) = ("NCC10", 0);
        await Register(other);
        await service.Persons.VoidMeritPersonAsync(new VoidMeritPersonRequest { Name = first.Name, Etag = first.Etag, Reason = "Ghi nhầm", RequestId = Samples.RequestId() });
        await Register(sent);
    }

    [Fact]
    public async Task Register_WithABadField_IsRefusedForThatField()
    {
        var tomorrow = Samples.Day(service.Today.AddDays(1));
        (Action<MeritPerson> Spoil, string Field, string Code)[] cases =
        [
            (one => one.Category = "TB", "merit_person.category", "merit_person.category_unknown"),
            (one => one.InjuryPercent = 4, "merit_person.injury_percent", "merit_person.injury_out_of_range"),
            (one => one.Category = "NCC04", "merit_person.injury_percent", "merit_person.injury_not_allowed"),
            (one => one.RecognisedOn = tomorrow, "merit_person.recognised_on", "merit_person.recognised_in_future"),
            (one => one.DecisionNumber = new string('x', 61), "merit_person.decision_number", "merit_person.decision_too_long"),
            (one => one.Person = null, "merit_person.person", "person.required"),
            (one => one.AreaCode = "42", "merit_person.area_code", "area.not_commune"),
        ];
        foreach (var (spoil, field, code) in cases)
        {
            var sent = Samples.MeritPerson();
            spoil(sent);
            await Refused.Field(service.Persons.RegisterMeritPersonAsync(new RegisterMeritPersonRequest { MeritPerson = sent, RequestId = Samples.RequestId() }), field, code);
        }
    }

    [Fact]
    public async Task AddRelative_LinksPeople_EachOnceARelation()
    {
        var martyr = await Register(Samples.MeritPerson("NCC03"));
        var mother = Samples.Person();
        martyr = await service.Persons.AddRelativeAsync(Link(martyr, new Relative { Person = mother, Relation = Relation.Parent }));
        martyr.Relatives.Single().Person.FullName.ShouldBe(mother.FullName);
        await Refused.With(service.Persons.AddRelativeAsync(Link(martyr, new Relative { Person = mother, Relation = Relation.Parent })), StatusCode.AlreadyExists, "relative.duplicate");
        await Refused.Field(service.Persons.AddRelativeAsync(Link(martyr, new Relative { Person = mother })), "relative.relation", "relative.relation_invalid");
        martyr = await service.Persons.AddRelativeAsync(Link(martyr, new Relative { Person = mother, Relation = Relation.Worshipper }));
        (await service.Persons.GetMeritPersonAsync(new GetMeritPersonRequest { Name = martyr.Name })).Relatives.Select(one => one.Relation)
            .ShouldBe([Relation.Parent, Relation.Worshipper]);
    }

    [Fact]
    public async Task RecordDeath_OfAPersonOrARelative_StandsWithThatPerson()
    {
        var record = await Register(Samples.MeritPerson());
        record = await service.Persons.AddRelativeAsync(Link(record, new Relative { Person = Samples.Person(), Relation = Relation.Spouse }));
        record = await service.Persons.RecordDeathAsync(Death(record.Relatives[0].Name, service.Today));
        record.Relatives[0].Person.DiedOn.ShouldBe(Samples.Day(service.Today));
        record.Person.DiedOn.ShouldBeNull();
        record = await service.Persons.RecordDeathAsync(Death(record.Name, service.Today.AddDays(-1)));
        record.Person.DiedOn.ShouldBe(Samples.Day(service.Today.AddDays(-1)));
        await Refused.With(service.Persons.RecordDeathAsync(Death(record.Name, service.Today)), StatusCode.FailedPrecondition, "person.died_already");
    }

    [Fact]
    public async Task RecordDeath_OnADayThatCannotBe_IsRefused()
    {
        var record = await Register(Samples.MeritPerson());
        await Refused.Field(service.Persons.RecordDeathAsync(Death(record.Name, service.Today.AddDays(1))), "died_on", "person.died_in_future");
        await Refused.Field(service.Persons.RecordDeathAsync(Death(record.Name, new DateOnly(1944, 1, 1))), "died_on", "person.died_before_birth");
        await Refused.With(service.Persons.RecordDeathAsync(Death($"relatives/{Guid.NewGuid()}", service.Today)), StatusCode.NotFound, "relative.not_found");
    }

    [Fact]
    public async Task List_ShowsTheCallersAreas_PageByPage_WithoutVoidedOnes()
    {
        var records = new List<MeritPerson>();
        for (var i = 0; i < 3; i++)
        {
            records.Add(await Register(Samples.MeritPerson("NCC06")));
        }

        await service.Persons.VoidMeritPersonAsync(new VoidMeritPersonRequest { Name = records[1].Name, Etag = "1", Reason = "Ghi nhầm", RequestId = Samples.RequestId() });
        var request = new ListMeritPersonsRequest { AreaCode = "42", Category = "NCC06", PageSize = 1 };
        var first = await service.Persons.ListMeritPersonsAsync(request);
        request.PageToken = first.NextPageToken;
        var second = await service.Persons.ListMeritPersonsAsync(request);
        first.MeritPersons.Concat(second.MeritPersons).Select(one => one.Name).ShouldBe([records[2].Name, records[0].Name]);
        second.NextPageToken.ShouldBeEmpty();
        var elsewhere = new MeritPersonService.MeritPersonServiceClient(service.OfficerOf("46"));
        (await elsewhere.ListMeritPersonsAsync(new ListMeritPersonsRequest())).MeritPersons.ShouldBeEmpty();
    }

    [Fact]
    public async Task Categories_AreThoseOfTheOrdinance()
    {
        var list = await service.Persons.ListMeritCategoriesAsync(new ListMeritCategoriesRequest());
        list.Categories.Select(one => one.Code).ShouldBe(Enumerable.Range(1, 12).Select(number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"NCC{number:D2}")));
        list.Categories.Single(one => one.Code == "NCC05").Clause.ShouldBe("đ");
    }

    async Task<MeritPerson> Register(MeritPerson sent) =>
        await service.Persons.RegisterMeritPersonAsync(new RegisterMeritPersonRequest { MeritPerson = sent, RequestId = Samples.RequestId() });

    static AddRelativeRequest Link(MeritPerson record, Relative relative) =>
        new() { Name = record.Name, Etag = record.Etag, Relative = relative, RequestId = Samples.RequestId() };

    static RecordDeathRequest Death(string name, DateOnly day) => new() { Name = name, DiedOn = Samples.Day(day), RequestId = Samples.RequestId() };
}
