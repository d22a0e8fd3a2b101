using AnSinh.Contracts.Training.V1;
using AnSinh.Testing;
using AnSinh.VocationalTraining.Tests.Hosting;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.VocationalTraining.Tests.Institutions;

public sealed class InstitutionTests(TrainingHost service) : IClassFixture<TrainingHost>
{
    [Fact]
    public async Task Register_GivesBackWhatWasRecorded_AndACodeOnce()
    {
        var sent = Samples.Institution();
        var registered = await service.Institutions.RegisterInstitutionAsync(new RegisterInstitutionRequest { Institution = sent, RequestId = Samples.RequestId() });
        (await service.Institutions.GetInstitutionAsync(new GetInstitutionRequest { Name = registered.Name })).ShouldBe(registered);
        (await service.Institutions.ListInstitutionsAsync(new ListInstitutionsRequest { Code = sent.Code })).Institutions.Single().ShouldBe(registered);
        var refusal = await Refused.With(
            service.Institutions.RegisterInstitutionAsync(new RegisterInstitutionRequest { Institution = sent, RequestId = Samples.RequestId() }),
            StatusCode.AlreadyExists, "institution.code_taken");
        refusal.Metadata["institution"].ShouldBe(registered.Name);
    }

    [Fact]
    public async Task Register_WithBadFields_NamesThemAll()
    {
        var refusal = await Refused.With(
            service.Institutions.RegisterInstitutionAsync(new RegisterInstitutionRequest { Institution = new Institution(), RequestId = Samples.RequestId() }),
            StatusCode.InvalidArgument, "institution.code_malformed");
        refusal.Violations.Select(one => one.Code).ShouldBe(
        [
            "institution.code_malformed", "institution.display_name_invalid", "institution.kind_required", "institution.ownership_required",
            "institution.licence_number_required", "institution.opened_on_required", "institution.licensed_on_required",
        ]);
    }

    [Fact]
    public async Task Close_IntoAnother_IsRecordedOnce_AndNotIntoItself()
    {
        var gone = await service.InstitutionAsync();
        var successor = await service.InstitutionAsync();
        await Refused.Field(Close(gone, gone.Name), "merged_into", "institution.merged_into_itself");
        var closed = await Close(gone, successor.Name);
        closed.MergedInto.ShouldBe(successor.Name);
        closed.ClosedOn.ShouldBe(Samples.Day(2026, 1, 31));
        await Refused.With(Close(closed, ""), StatusCode.FailedPrecondition, "institution.closed");
        await Refused.With(Close(successor, closed.Name), StatusCode.FailedPrecondition, "institution.successor_not_open");
        var open = await service.Institutions.ListInstitutionsAsync(new ListInstitutionsRequest { Code = gone.Code, OpenOnly = true });
        open.Institutions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Programmes_ArePagedWithTheLatestFirst_AndAPageTokenBelongsToItsFilters()
    {
        var institution = await service.InstitutionAsync();
        var names = new List<string>();
        for (var made = 0; made < 5; made++)
        {
            names.Insert(0, (await service.ProgrammeAsync(institution: institution)).Name);
        }

        var request = new ListProgrammesRequest { Institution = institution.Name, PageSize = 2 };
        var (seen, pages) = (new List<string>(), 0);
        do
        {
            var page = await service.Programmes.ListProgrammesAsync(request);
            seen.AddRange(page.Programmes.Select(one => one.Name));
            (request.PageToken, pages) = (page.NextPageToken, pages + 1);
        }
        while (request.PageToken.Length > 0);

        seen.ShouldBe(names);
        pages.ShouldBe(3);
        (await service.Programmes.ListProgrammesAsync(new ListProgrammesRequest { Institution = institution.Name, PageSize = 5 })).NextPageToken.ShouldBeEmpty();
        var other = new ListProgrammesRequest
        {
            PageToken = (await service.Programmes.ListProgrammesAsync(new ListProgrammesRequest { Institution = institution.Name, PageSize = 2 })).NextPageToken,
        };
        await Refused.Field(service.Programmes.ListProgrammesAsync(other), "page_token", "page_token.invalid");
        await Refused.Field(service.Programmes.ListProgrammesAsync(new ListProgrammesRequest { PageSize = 1_001 }), "page_size", "page_size.invalid");
    }

    [Theory]
    [InlineData(TrainingLevel.UnderThreeMonths, 1, 12)]
    [InlineData(TrainingLevel.Elementary, 13, 51)]
    [InlineData(TrainingLevel.Intermediate, 52, 104)]
    [InlineData(TrainingLevel.College, 52, 156)]
    public async Task Programme_LastsAsLongAsItsLevelAllows(TrainingLevel level, int least, int most)
    {
        var institution = await service.InstitutionAsync();
        foreach (var weeks in new[] { least, most })
        {
            (await Register(institution, level, weeks)).DurationWeeks.ShouldBe(weeks);
        }

        foreach (var weeks in new[] { least - 1, most + 1 })
        {
            await Refused.Field(Register(institution, level, weeks), "programme.duration_weeks", "programme.duration_wrong_for_level");
        }
    }

    [Fact]
    public async Task Programme_OfAForeignInstitution_IsDenied()
    {
        var programme = await service.ProgrammeAsync();
        var foreign = new ProgrammeService.ProgrammeServiceClient(service.As("training-officer", "tester", "46"));
        await Refused.With(foreign.GetProgrammeAsync(new GetProgrammeRequest { Name = programme.Name }), StatusCode.PermissionDenied, "area.out_of_scope");
        (await foreign.ListProgrammesAsync(new ListProgrammesRequest { Institution = programme.Institution })).Programmes.ShouldBeEmpty();
        (await service.Programmes.ListProgrammesAsync(new ListProgrammesRequest { Institution = programme.Institution })).Programmes.Single().ShouldBe(programme);
    }

    AsyncUnaryCall<Institution> Close(Institution institution, string into) => service.Institutions.CloseInstitutionAsync(new CloseInstitutionRequest
    {
        Name = institution.Name,
        Etag = institution.Etag,
        ClosedOn = Samples.Day(2026, 1, 31),
        MergedInto = into,
        RequestId = Samples.RequestId(),
    });

    AsyncUnaryCall<Programme> Register(Institution institution, TrainingLevel level, int weeks)
    {
        var programme = Samples.Programme(institution.Name, level);
        programme.DurationWeeks = weeks;
        return service.Programmes.RegisterProgrammeAsync(new RegisterProgrammeRequest { Programme = programme, RequestId = Samples.RequestId() });
    }
}
