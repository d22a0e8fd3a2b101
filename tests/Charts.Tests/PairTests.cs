using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AnSinh.Charts.Tests.Rendering;
using AnSinh.Charts.Tests.Rules;
using Shouldly;
using Xunit;

namespace AnSinh.Charts.Tests;

/// <summary>Who may talk to whom: exactly the pairs that the code makes talk.</summary>
public sealed partial class PairTests
{
    const int Grpc = 5080;

    static readonly Lazy<IReadOnlyList<JsonObject>> everything = new(() =>
        [.. ChartFiles.Services.Keys.Append(ChartFiles.Platform).SelectMany(RenderedCharts.Of)]);

    static IEnumerable<JsonObject> Deployments => everything.Value.OfKind("Deployment");

    [Fact]
    public void Services_MayCallThoseWhoseFeedsTheirCodeReads_AndNoOthers()
    {
        var allowed = Deployments.SelectMany(from => Deployments.Where(to => to != from && NetworkRules.MayCall(everything.Value, from, to, Grpc))
            .Select(to => (from.Name(), to.Name()))).ToList();

        allowed.ShouldBe(FeedsInCode(), ignoreOrder: true);
        allowed.Count.ShouldBe(10);
    }

    [Fact]
    public void Feeds_HaveTheirAddresses()
    {
        foreach (var deployment in Deployments)
        {
            var addresses = deployment.Containers().Single().Items("env")
                .Where(one => ((string)one["name"]!).StartsWith("Feeds__", StringComparison.Ordinal))
                .Select(one => ($"{one["name"]}"["Feeds__".Length..], (string?)one["value"]));

            addresses.ShouldBe(
                FeedsInCode().Where(pair => pair.From == deployment.Name()).Select(pair => (pair.To, (string?)$"dns:///{pair.To}:5080")), ignoreOrder: true);
        }
    }

    [Fact]
    public void Services_MayCallBrokerAndDatabase_AndMigrationsTheDatabaseOnly()
    {
        var (broker, database) = (Part("rabbitmq"), Part("sqlserver"));
        var jobs = everything.Value.OfKind("Job").ToList();

        Deployments.ShouldAllBe(one => NetworkRules.MayCall(everything.Value, one, broker, 5672));
        Deployments.ShouldAllBe(one => NetworkRules.MayCall(everything.Value, one, database, 1433));
        jobs.ShouldAllBe(one => NetworkRules.MayCall(everything.Value, one, database, 1433));
        jobs.ShouldAllBe(one => !NetworkRules.MayCall(everything.Value, one, broker, 5672));
        jobs.ShouldAllBe(job => Deployments.All(one => !NetworkRules.MayCall(everything.Value, job, one, Grpc)));
    }

    [Fact]
    public void KeysOfPeople_AreGivenToThoseThatRequireThem()
    {
        foreach (var (name, folder) in ChartFiles.Services)
        {
            var settings = Deployments.Single(one => one.Name() == name).Containers().Single().Items("env").Select(one => (string?)one["name"]).ToList();

            settings.Contains("Identity__PersonKeyFile").ShouldBe(KeysNeeded().IsMatch(Code(folder)), name);
            settings.Contains("Identity__FieldKeyFile").ShouldBe(KeysNeeded().IsMatch(Code(folder)), name);
        }
    }

    // A service follows the areas of reporting, or the sources that the booking rules of reporting list; its own feed it reads within itself.
    static IReadOnlyList<(string From, string To)> FeedsInCode()
    {
        var pairs = new List<(string, string)>();
        foreach (var (name, folder) in ChartFiles.Services)
        {
            var code = Code(folder);
            if (code.Contains("FollowAreas<", StringComparison.Ordinal))
            {
                pairs.Add((name, "reporting"));
            }

            if (code.Contains(".Follow<", StringComparison.Ordinal))
            {
                var rules = File.ReadAllText(Path.Combine(ChartFiles.Root, "services", folder, "Measures", "BookingRules.cs"));
                var list = Sources().Match(rules).Groups["list"].Value;
                pairs.AddRange(list.Split(',').Select(source => source.Trim().Trim('"')).Where(source => source != name).Select(source => (name, source)));
            }
        }

        return pairs;
    }

    static JsonObject Part(string name) => everything.Value.OfKind("StatefulSet").Single(one => one.Name() == name);

    static string Code(string folder) => string.Concat(
        Directory.EnumerateFiles(Path.Combine(ChartFiles.Root, "services", folder), "*Module.cs").Select(File.ReadAllText));

    [GeneratedRegex(@"Sources \{ get; \} = \[(?<list>[^\]]*)\]")]
    private static partial Regex Sources();

    [GeneratedRegex("RequirePersonKeys|AddPeople<")]
    private static partial Regex KeysNeeded();
}
