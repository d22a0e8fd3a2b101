using System.Text;
using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Events;
using AnSinh.Contracts.Events.Protection.V1;
using AnSinh.Contracts.Protection.V1;
using AnSinh.SocialProtection.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.SocialProtection.Tests.Poverty;

/// <summary>Surveys of one commune; each test class instance has a service of its own, since lists follow one another.</summary>
public sealed class PovertySurveyTests : IAsyncLifetime
{
    readonly ProtectionHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    PovertySurveyService.PovertySurveyServiceClient Officer => new(host.Officer);

    PovertySurveyService.PovertySurveyServiceClient Approver => new(host.Approver);

    [Fact]
    public async Task Import_OfAnIncompleteForm_IsRefused_NamesTheAnswers_AndClassifiesNothing()
    {
        var survey = await OpenAsync(2019);
        var form = Form(survey, "H1", 600_000, 0);
        form.Answers[3] = DeprivationAnswer.Unspecified;
        form.Answers.RemoveAt(9);
        form.ClearIncomePerHeadVnd();

        var (rows, _) = await ImportAsync(form);

        rows[0].ShouldBeRefused("household.form_incomplete");
        var text = rows[0].Violations[0].Description;
        text.ShouldContain("thu nhập bình quân đầu người");
        text.ShouldContain("Tình trạng đi học của trẻ em");
        text.ShouldContain("Tài sản phục vụ tiếp cận thông tin");
        text.ShouldNotContain("Bảo hiểm y tế");
        (await CountsAsync(survey)).ShouldBe(new HouseholdCounts());
    }

    [Fact]
    public async Task Import_ClassifiesByTheSurveysStandard_AndTheSameFileAgainChangesNothing()
    {
        var survey = await OpenAsync(2019);
        Household[] file =
        [
            Form(survey, "H1", 700_000, 0), Form(survey, "H2", 900_000, 3), Form(survey, "H3", 900_000, 2), Form(survey, "H4", 1_200_000, 5), Form(survey, "H5", 2_000_000, 0),
        ];

        var first = await ImportAsync(file);
        var second = await ImportAsync(file);

        first.Summary.Recorded.ShouldBe(5);
        second.Summary.AlreadyPresent.ShouldBe(5);
        (await CountsAsync(survey)).ShouldBe(new HouseholdCounts { Poor = 2, NearPoor = 1, Average = 1, AboveAverage = 1 });
        var listed = await Officer.ListHouseholdsAsync(new ListHouseholdsRequest { Survey = survey.Name, PovertyClass = PovertyClass.NearPoor });
        listed.Households.Single().Deprivations.ShouldBe(2);
    }

    [Theory]
    [InlineData("household.recorded_differently")]
    [InlineData("household.area_outside_survey")]
    [InlineData("household.too_many_answers")]
    [InlineData("household.number_invalid")]
    [InlineData("survey.not_found")]
    public async Task Import_OfABadForm_IsRefused(string code)
    {
        var survey = await OpenAsync(2019);
        await ImportAsync(Form(survey, "H1", 700_000, 0));
        var form = Form(survey, "H2", 700_000, 0);
        switch (code)
        {
            case "household.recorded_differently": form = Form(survey, "H1", 1_700_000, 0); break;
            case "household.area_outside_survey": form.AreaCode = "19753"; break;
            case "household.too_many_answers": form.Answers.Add(DeprivationAnswer.Deprived); break;
            case "household.number_invalid": form.HouseholdNo = " "; break;
            default: form.Survey = $"surveys/{Guid.NewGuid()}"; break;
        }

        var (rows, _) = await ImportAsync(form);

        rows[0].ShouldBeRefused(code);
        (await CountsAsync(survey)).Poor.ShouldBe(1);
    }

    [Fact]
    public async Task Approve_ReplacesTheFormerList_AndTellsWhoJoinedAndLeft()
    {
        var (stays, leaves, joins) = (Samples.Person(), Samples.Person(), Samples.Person());
        var first = await OpenAsync(2019);
        await ImportAsync(With(Form(first, "H1", 600_000, 0), stays, leaves), Form(first, "H2", 900_000, 0));
        await ApproveAsync(first, Samples.Commune);
        var second = await OpenAsync(2020);
        await ImportAsync(With(Form(second, "H1", 600_000, 0), stays, joins), With(Form(second, "H2", 900_000, 0), leaves));

        var answer = await ApproveAsync(second, "42");

        answer.Communes.ShouldBe(1);
        answer.Counts.ShouldBe(new HouseholdCounts { Poor = 1, NearPoor = 1 });
        var records = (await host.Host.EventsAsync("protection", 2)).Select(one => (PovertyListApproved)EventTypes.Read(one.Type, Encoding.UTF8.GetBytes(one.Data))!).ToList();
        records[0].Before.ShouldBeEmpty();
        records[0].JoinedPoor.Count.ShouldBe(2);
        records[1].Before.ShouldBe(records[0].Now);
        records[1].JoinedPoor.Single().ShouldNotBeOneOf([.. records[0].JoinedPoor]);
        records[1].LeftPoor.Single().ShouldBeOneOf([.. records[0].JoinedPoor]);
    }

    [Fact]
    public async Task Approve_OfManyPeople_KeepsEveryEventBounded()
    {
        var survey = await OpenAsync(2019);
        await ImportAsync([.. Enumerable.Range(1, 50).Select(at => With(Form(survey, $"H{at}", 600_000, 0), Samples.Person(), Samples.Person(), Samples.Person()))]);

        await ApproveAsync(survey, Samples.Commune);

        var events = await host.Host.EventsAsync("protection", 2);
        events.ShouldAllBe(one => one.Data.Length <= 4_000);
        var records = events.Select(one => (PovertyListApproved)EventTypes.Read(one.Type, Encoding.UTF8.GetBytes(one.Data))!).ToList();
        records.SelectMany(one => one.JoinedPoor).Distinct().Count().ShouldBe(150);
        records[1].Before.ShouldBe(records[1].Now);
    }

    [Fact]
    public async Task Approve_TwiceOrBeforeANewerOne_OrByAnOfficer_IsRefused()
    {
        var old = await OpenAsync(2019);
        await ImportAsync(Form(old, "H1", 600_000, 0));
        var survey = await OpenAsync(2020);
        await ImportAsync(Form(survey, "H1", 600_000, 0));
        await ApproveAsync(survey, Samples.Commune);

        await Refused.With(Approver.ApprovePovertyListAsync(Request(survey, Samples.Commune)), StatusCode.FailedPrecondition, "survey.nothing_to_approve");
        await Refused.With(Approver.ApprovePovertyListAsync(Request(old, Samples.Commune)), StatusCode.FailedPrecondition, "survey.newer_list_in_force");
        await Refused.With(Officer.ApprovePovertyListAsync(Request(old, Samples.Commune)), StatusCode.PermissionDenied, "permission.missing");
        var (rows, _) = await ImportAsync(Form(survey, "H2", 600_000, 0));
        rows[0].ShouldBeRefused("survey.list_approved");
    }

    [Fact]
    public async Task Open_WithoutAStandardOnThatDay_IsRefused() => await Refused.With(
        Officer.CreatePovertySurveyAsync(Open(new DateOnly(2014, 12, 31))), StatusCode.FailedPrecondition, "survey.no_standard");

    static CreatePovertySurveyRequest Open(DateOnly day) => new()
    {
        Survey = new PovertySurvey { AreaCode = "42", InForceFrom = Samples.Day(day) },
        RequestId = Samples.RequestId(),
    };

    async Task<PovertySurvey> OpenAsync(int year) => await Officer.CreatePovertySurveyAsync(Open(new DateOnly(year, 12, 31)));

    static Household Form(PovertySurvey survey, string number, long income, int deprivations)
    {
        var form = new Household
        {
            Survey = survey.Name,
            HouseholdNo = number,
            AreaCode = Samples.Commune,
            Settlement = Settlement.Rural,
            Size = 4,
            IncomePerHeadVnd = income,
        };
        form.Answers.AddRange(survey.Indicators.Select((_, at) => at < deprivations ? DeprivationAnswer.Deprived : DeprivationAnswer.NotDeprived));
        return form;
    }

    static Household With(Household form, params Person[] members)
    {
        form.Members.AddRange(members);
        return form;
    }

    Task<(IReadOnlyList<ImportRowResult> Rows, ImportSummary Summary)> ImportAsync(params IReadOnlyList<Household> forms)
    {
        var rows = new HouseholdRows();
        rows.Rows.AddRange(forms.Select((form, at) => new HouseholdRow { Line = at + 2, Household = form }));
        return Importing.SendAsync(
            Officer.ImportHouseholds(), new ImportHouseholdsRequest { Options = new ImportOptions() }, new ImportHouseholdsRequest { Rows = rows });
    }

    async Task<HouseholdCounts> CountsAsync(PovertySurvey survey) => await Officer.GetHouseholdCountsAsync(new GetHouseholdCountsRequest { Survey = survey.Name });

    static ApprovePovertyListRequest Request(PovertySurvey survey, string area) => new()
    {
        Survey = survey.Name,
        AreaCode = area,
        DecisionNo = "12/QĐ-UBND",
        ApprovedOn = Samples.Day(2021, 1, 15),
        RequestId = Samples.RequestId(),
    };

    async Task<PovertyListsApproved> ApproveAsync(PovertySurvey survey, string area) => await Approver.ApprovePovertyListAsync(Request(survey, area));
}
