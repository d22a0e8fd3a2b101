using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Testing;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Indicators;

public sealed class CatalogueFileTests
{
    const string Head = """
        indicators:
          - { code: EMP-01, name_vi: Người, name_en: People, owner: employment, unit: người, kind: flow, formula: people(employment.placement), dimensions: [channel] }
        """;

    [Fact]
    public async Task Start_WithAWrongCatalogue_IsRefusedWithEveryLine()
    {
        using var folder = new TemporaryFolder();
        var file = Write(folder, """
              - { code: EMP-02, name_vi: Lượt, name_en: Times, owner: employment, unit: lượt, kind: flow, formula: count(employment.placment) }
              - { code: EMP-03, name_vi: A, name_en: A, owner: employment, unit: lượt, kind: flow, formula: "[EMP-04]" }
              - { code: EMP-04, name_vi: B, name_en: B, owner: employment, unit: lượt, kind: flow, formula: "[EMP-03]" }
              - { code: EMP-05, name_vi: C, name_en: C, owner: employment, unit: lượt, kind: flow, formula: count(employment.placement), subset_of: EMP-01 }
            """);

        var refused = await Should.ThrowAsync<CatalogueException>(() =>
            ServiceTestHost.StartAsync(builder => builder.AddReporting(), null, $"Reporting:CatalogueFile={file}"));
        refused.Errors.Select(error => error.Position.Line).Distinct().Order().ShouldBe([3, 5, 6]);
        refused.Message.ShouldContain("catalogue.yaml(3,");
    }

    [Fact]
    public async Task Query_OfARatioOfNothing_HasNoValue()
    {
        using var folder = new TemporaryFolder();
        var file = Write(folder, """
              - { code: EMP-02, name_vi: Tỷ lệ, name_en: Share, owner: employment, unit: "%", kind: ratio, factor: 100, formula: people(employment.placement where channel = "loan") / people(employment.placement) }
            """);
        await using var host = await ServiceTestHost.StartAsync(builder => builder.AddReporting(), null, $"Reporting:CatalogueFile={file}");
        var client = new IndicatorService.IndicatorServiceClient(host.Channel(host.Token("planning-officer")));

        var none = (await client.QueryIndicatorsAsync(new() { Indicators = { "EMP-02" }, Period = "2020", AreaCode = "42" })).Figures.Single();
        (none.Exact, none.Numerator, none.Denominator, none.Printed).ShouldBe(("", "0", "0", "chưa có số liệu"));
    }

    static string Write(TemporaryFolder folder, string rest)
    {
        var file = folder.File("catalogue.yaml");
        File.WriteAllText(file, $"{Head}\n{rest}\n");
        return file;
    }
}
