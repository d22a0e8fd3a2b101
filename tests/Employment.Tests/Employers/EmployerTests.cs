using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Employers;

public sealed class EmployerTests(EmploymentHost service) : IClassFixture<EmploymentHost>
{
    [Fact]
    public async Task Register_CanBeReadAndFoundByTaxCode()
    {
        var registered = await Register(Samples.Employer("0100200100-001"));
        (await service.Employers.GetEmployerAsync(new GetEmployerRequest { Name = registered.Name })).ShouldBe(registered);
        (await service.Employers.ListEmployersAsync(new ListEmployersRequest { TaxCode = "0100200100-001" })).Employers.Single().ShouldBe(registered);
        (await service.Employers.ListEmployersAsync(new ListEmployersRequest { TaxCode = "0100200100" })).Employers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Register_Twice_IsRefused()
    {
        var first = await Register(Samples.Employer("0100200200"));
        var refusal = await Refused.With(Registering(Samples.Employer("0100200200")), StatusCode.AlreadyExists, "employer.tax_code_taken");
        refusal.Metadata["employer"].ShouldBe(first.Name);
        var household = Samples.Employer();
        household.DisplayName = "Hộ kinh doanh Mẫu";
        await Register(household);
        household.DisplayName = "HỘ KINH DOANH  MẪU";
        await Refused.With(Registering(household), StatusCode.AlreadyExists, "employer.duplicate");
        household.AreaCode = Samples.OtherCommune;
        (await Register(household)).Name.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("display_name", "employer.display_name_invalid")]
    [InlineData("tax_code", "employer.tax_code_malformed")]
    [InlineData("sector_code", "employer.sector_code_malformed")]
    [InlineData("size", "employer.size_invalid")]
    [InlineData("area_code", "area.required")]
    public async Task Register_WhenOneThingIsWrong_IsRefused(string field, string code)
    {
        var employer = Samples.Employer();
        switch (field)
        {
            case "display_name": employer.DisplayName = ""; break;
            case "tax_code": employer.TaxCode = "0100200100001"; break;
            case "sector_code": employer.SectorCode = "Z"; break;
            case "size": employer.Size = -1; break;
            case "area_code": employer.AreaCode = ""; break;
        }

        await Refused.Field(Registering(employer), $"employer.{field}", code);
    }

    [Fact]
    public async Task List_PagesNewestFirst()
    {
        var own = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var employer = Samples.Employer($"01003000{i:D2}");
            employer.AreaCode = "18160";
            own.Add((await Register(employer)).Name);
        }

        var found = new List<string>();
        var request = new ListEmployersRequest { AreaCode = "18160", PageSize = 2 };
        do
        {
            var page = await service.Employers.ListEmployersAsync(request);
            found.AddRange(page.Employers.Select(employer => employer.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        found.ShouldBe(own.AsEnumerable().Reverse());
        await Refused.With(service.Employers.GetEmployerAsync(new GetEmployerRequest { Name = $"employers/{Guid.NewGuid()}" }), StatusCode.NotFound, "employer.not_found");
    }

    AsyncUnaryCall<Employer> Registering(Employer employer) =>
        service.Employers.RegisterEmployerAsync(new RegisterEmployerRequest { Employer = employer, RequestId = Samples.RequestId() });

    async Task<Employer> Register(Employer employer) => await Registering(employer);
}
