using AnSinh.ChildProtection.Tests.Hosting;
using AnSinh.Contracts.Child.V1;
using AnSinh.Contracts.Common.V1;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ChildProtection.Tests.Children;

/// <summary>Who is a child, over the dates of the law; births may lack day and month.</summary>
public sealed class ChildAgeTests(ChildHost service) : IClassFixture<ChildHost>
{
    const string FormerCommune = "18077";

    [Theory]
    [InlineData("1990-01-01", "2004-12-31", "child.no_age_rule")]
    [InlineData("1989-01-02", "2005-01-01", "")]
    [InlineData("1989-01-01", "2005-01-01", "circumstance.not_child")]
    [InlineData("2001-06-01", "2017-05-31", "")]
    [InlineData("2001-05-31", "2017-05-31", "circumstance.not_child")]
    [InlineData("2001-06-02", "2017-06-01", "")]
    [InlineData("2001-06-01", "2017-06-01", "circumstance.not_child")]
    [InlineData("2004-02-29", "2020-02-28", "")]
    [InlineData("2004-02-29", "2020-02-29", "circumstance.not_child")]
    [InlineData("2017-06-01", "2017-06-01", "")]
    [InlineData("2017-06-02", "2017-06-01", "circumstance.before_birth")]
    [InlineData("2001-00-00", "2017-12-30", "")]
    [InlineData("2001-00-00", "2017-12-31", "circumstance.not_child")]
    [InlineData("2001-07-00", "2017-07-30", "")]
    [InlineData("2001-07-00", "2017-07-31", "circumstance.not_child")]
    public async Task Circumstance_OnADay_IsTakenWhileTheLawCallsItAChild(string birth, string start, string code)
    {
        var row = Samples.ChildRow(2);
        (row.Person.BirthDate, row.Person.AreaCode, row.Circumstance.StartedOn, row.Support) = (Date(birth), FormerCommune, Date(start), null);
        using var call = service.Children.ImportChildren();
        await call.RequestStream.WriteAsync(new ImportChildrenRequest { Options = new ImportOptions { DryRun = true } });
        await call.RequestStream.WriteAsync(new ImportChildrenRequest { Rows = new ChildRows { Rows = { row } } });
        await call.RequestStream.CompleteAsync();
        var results = new List<ImportRowResult>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            results.AddRange(response.Results);
        }

        (results.Single().Violations.FirstOrDefault()?.Reason ?? "").ShouldBe(code);
    }

    static Google.Type.Date Date(string text)
    {
        var parts = text.Split('-').Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return Samples.Day(parts[0], parts[1], parts[2]);
    }
}
