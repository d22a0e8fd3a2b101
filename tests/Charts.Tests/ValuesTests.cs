using System.Text.Json.Nodes;
using AnSinh.Charts.Tests.Rendering;
using AnSinh.Charts.Tests.Rules;
using AnSinh.Charts.Tests.Schemas;
using Shouldly;
using Xunit;

namespace AnSinh.Charts.Tests;

/// <summary>Values are checked against values.schema.json, as helm does, and by the templates where a schema cannot.</summary>
public sealed class ValuesTests
{
    public static IEnumerable<object[]> Services => ChartFiles.Services.Keys.Select(name => (object[])[name]);

    [Theory]
    [MemberData(nameof(Services))]
    public void Values_OfEveryTeam_FitTheSchema(string name) =>
        Faults(ChartFiles.Service, ChartFiles.Merged(ChartFiles.Service, ChartFiles.Values(name))).ShouldBeEmpty();

    [Fact]
    public void Values_OfTheTestCluster_FitTheSchema() => Faults(
        ChartFiles.Service, ChartFiles.Merged(ChartFiles.Service, ChartFiles.Values("employment"), ChartFiles.Values("test-cluster"))).ShouldBeEmpty();

    [Fact]
    public void Values_OfThePlatform_FitTheSchema() =>
        Faults(ChartFiles.Platform, ChartFiles.Merged(ChartFiles.Platform, ChartFiles.Values("platform"))).ShouldBeEmpty();

    [Theory]
    [InlineData("image.repository", "\"\"", "values.image.repository: must not be empty")]
    [InlineData("image.repository", null, "values.image.repository: is missing")]
    [InlineData("image.tag", "\"latest\"", "values.image.tag: \"latest\" is not allowed")]
    [InlineData("image.digest", "\"sha256:12\"", "values.image.digest: \"sha256:12\" does not match")]
    [InlineData("image.tga", "\"1.0\"", "values.image.tga: unknown field")]
    [InlineData("replica", "2", "values.replica: unknown field")]
    [InlineData("replicas", "\"2\"", "values.replicas: \"2\" is no integer")]
    [InlineData("replicas", "0", "values.replicas: 0 is below 1")]
    [InlineData("name", "\"\"", "values.name: \"\" does not match")]
    [InlineData("userId", "0", "values.userId: 0 is below 1")]
    [InlineData("database.secretName", "\"\"", "values.database.secretName: must not be empty")]
    [InlineData("database.connectionString", "\"Server=x\"", "values.database.connectionString: unknown field")]
    [InlineData("resources.limits.memory", "\"1 GB\"", "values.resources.limits.memory: \"1 GB\" does not match")]
    [InlineData("network.database.to", "[]", "values.network.database.to: needs at least 1 item")]
    [InlineData("network.clients", "[{}]", "values.network.clients[0]: needs at least 1 field")]
    [InlineData("feeds", """["reporting","reporting"]""", "values.feeds: an item stands twice")]
    [InlineData("authentication.authority", "\"http://identity\"", "values.authentication.authority: \"http://identity\" does not match")]
    [InlineData("settings", """{"Bus__RabbitMq__Password":"x"}""", "values.settings[Bus__RabbitMq__Password]: \"Bus__RabbitMq__Password\" is not allowed")]
    public void AWrongValue_IsNamed(string path, string? value, string message)
    {
        var values = ChartFiles.Merged(ChartFiles.Service, ChartFiles.Values("employment"));
        Mutation.Set(values, path, value);

        Faults(ChartFiles.Service, values).ShouldContain(fault => fault.StartsWith(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("image: { repository: '' }", "repository")]
    [InlineData("name: ''", "name")]
    [InlineData("authentication: { authority: '' }", "authentication.authority: the address of the identity provider")]
    [InlineData("authentication: { clientId: '' }", "authentication.clientId: the client under which this service calls others")]
    [InlineData("authentication: { developmentKey: { secretName: key } }", "exclude each other")]
    [InlineData("migration: { secretName: '' }", "secretName")]
    public void Rendering_WithAValueMissing_IsRefusedWithItsName(string values, string message)
    {
        var rendered = Renderer.RenderWith(ChartFiles.Service, "employment", values, ChartFiles.Values("employment"));

        rendered.ExitCode.ShouldNotBe(0);
        rendered.Error.ShouldContain(message);
    }

    [Theory]
    [InlineData("image: { repository: registry.example.vn:5000/ansinh/employment }", "registry.example.vn:5000/ansinh/employment:0.1.0")]
    [InlineData("image: { registry: registry.example.vn, tag: 0.2.0-rc.1 }", "registry.example.vn/ansinh/employment:0.2.0-rc.1")]
    public void Image_IsNamedAsItsValuesSay(string values, string image) =>
        Renderer.RenderWith(ChartFiles.Service, "employment", values, ChartFiles.Values("employment")).Objects
            .OfKind("Deployment", "Job").ShouldAllBe(one => one.Containers().Single().Says("image", image));

    [Fact]
    public void Platform_DoesNotAcceptALicenceForAnybody()
    {
        var rendered = Renderer.Render(ChartFiles.Platform, "platform");

        rendered.ExitCode.ShouldNotBe(0);
        rendered.Error.ShouldContain("sqlserver.acceptEula");
    }

    [Fact]
    public void Rendering_Twice_GivesTheSame() => Renderer.Render(ChartFiles.Service, "child", ChartFiles.Values("child")).Output
        .ShouldBe(Renderer.Render(ChartFiles.Service, "child", ChartFiles.Values("child")).Output);

    static IReadOnlyList<string> Faults(string chart, JsonObject values)
    {
        var schema = (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(ChartFiles.Chart(chart), "values.schema.json")))!;
        return [.. new SchemaCheck((JsonObject)schema["definitions"]!, closed: false).Check(schema, values, "values")];
    }
}
