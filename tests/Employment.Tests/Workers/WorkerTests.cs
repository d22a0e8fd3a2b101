using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Data;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Workers;

public sealed class WorkerTests(EmploymentHost service) : IClassFixture<EmploymentHost>
{
    [Fact]
    public async Task Register_AnswersWithTheNumberMasked_AndGetShowsItToThoseWhoMay()
    {
        var sent = Samples.Worker();
        var registered = await Register(sent);
        registered.CitizenNumber.ShouldBe($"042*******{sent.CitizenNumber[10..]}");
        registered.Etag.ShouldBe("1");
        registered.Warnings.ShouldBeEmpty();
        (await service.Workers.GetWorkerAsync(new GetWorkerRequest { Name = registered.Name })).CitizenNumber.ShouldBe(sent.CitizenNumber);
        var viewer = new WorkerService.WorkerServiceClient(service.Host.Channel(service.Host.Token("employment-viewer")));
        (await viewer.GetWorkerAsync(new GetWorkerRequest { Name = registered.Name })).ShouldBe(registered);
        (await viewer.ListWorkersAsync(new ListWorkersRequest { CitizenNumber = sent.CitizenNumber })).Workers.Single().ShouldBe(registered);
    }

    [Fact]
    public async Task Number_StandsNowhereInTheDatabaseUnencrypted()
    {
        var sent = Samples.Worker();
        var registered = await Register(sent);
        await using var scope = service.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EmploymentDb>();
        var answers = await db.Database.SqlQueryRaw<string>("SELECT hex(\"response\") AS \"Value\" FROM \"idempotency\" WHERE \"response\" IS NOT NULL").ToListAsync();
        var number = Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(sent.CitizenNumber));
        answers.ShouldNotBeEmpty();
        answers.ShouldAllBe(answer => !answer.Contains(number, StringComparison.Ordinal));
        var id = Guid.Parse(registered.Name["workers/".Length..]);
        var stored = await db.Workers.SingleAsync(worker => worker.Id == id);
        Convert.ToHexString(stored.SealedNumber!).ShouldNotContain(number);
        stored.PersonKey.Length.ShouldBe(22);
    }

    [Fact]
    public async Task Register_ATakenNumber_IsRefusedWithTheHolder()
    {
        var first = await Register(Samples.Worker("042085900001"));
        var refusal = await Refused.With(Registering(Samples.Worker("042085900001")), StatusCode.AlreadyExists, "worker.citizen_number_taken");
        refusal.Metadata["worker"].ShouldBe(first.Name);
    }

    [Fact]
    public async Task OddNumbers_AreTakenWithWarnings()
    {
        var worker = Samples.Worker("099185900002");
        worker.BirthDate = Samples.Day(1986, 0, 0);
        (await Register(worker)).Warnings.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("full_name", "worker.full_name_invalid")]
    [InlineData("birth_date", "worker.birth_date_impossible")]
    [InlineData("sex", "worker.sex_invalid")]
    [InlineData("education", "worker.education_invalid")]
    [InlineData("occupation_code", "worker.occupation_code_malformed")]
    [InlineData("area_code", "area.not_valid_on_date")]
    [InlineData("citizen_number", "worker.citizen_number_malformed")]
    public async Task Register_WhenOneThingIsWrong_IsRefused(string field, string code)
    {
        var worker = Samples.Worker();
        switch (field)
        {
            case "full_name": worker.FullName = new string('x', 101); break;
            case "birth_date": worker.BirthDate = Samples.Day(service.Today.AddDays(1)); break;
            case "sex": worker.Sex = (Sex)9; break;
            case "education": worker.Education = (EducationLevel)9; break;
            case "occupation_code": worker.OccupationCode = "7233a"; break;
            case "area_code": worker.AreaCode = Samples.FormerCommune; break;
            case "citizen_number": worker.CitizenNumber = "123456789"; break;
        }

        await Refused.Field(Registering(worker), $"worker.{field}", code);
    }

    [Fact]
    public async Task Register_WithoutNumber_NeedsADateOfBirth()
    {
        var worker = Samples.WorkerWithoutNumber();
        worker.BirthDate = null;
        await Refused.Field(Registering(worker), "worker.birth_date", "worker.birth_date_required");
    }

    [Fact]
    public async Task List_PagesNewestFirst()
    {
        var own = new List<Worker>();
        for (var i = 0; i < 5; i++)
        {
            var worker = Samples.Worker();
            worker.AreaCode = "18133";
            own.Add(await Register(worker));
        }

        var found = new List<string>();
        var request = new ListWorkersRequest { AreaCode = "18133", PageSize = 2 };
        do
        {
            var page = await service.Workers.ListWorkersAsync(request);
            found.AddRange(page.Workers.Select(worker => worker.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        found.ShouldBe(own.AsEnumerable().Reverse().Select(worker => worker.Name));
    }

    [Fact]
    public async Task Get_WhatIsNotThere_IsNotFound()
    {
        await Refused.With(service.Workers.GetWorkerAsync(new GetWorkerRequest { Name = $"workers/{Guid.NewGuid()}" }), StatusCode.NotFound, "worker.not_found");
        await Refused.Field(service.Workers.GetWorkerAsync(new GetWorkerRequest { Name = "employers/1" }), "name", "name.malformed");
    }

    AsyncUnaryCall<Worker> Registering(Worker worker) =>
        service.Workers.RegisterWorkerAsync(new RegisterWorkerRequest { Worker = worker, RequestId = Samples.RequestId() });

    async Task<Worker> Register(Worker worker) => await Registering(worker);
}
