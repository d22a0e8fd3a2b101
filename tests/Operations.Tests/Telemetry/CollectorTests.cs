using Shouldly;
using Xunit;

namespace AnSinh.Operations.Tests.Telemetry;

public sealed class CollectorTests
{
    readonly CollectorFile collector = Deployed.Yaml<CollectorFile>("deploy/telemetry/collector.yaml");

    [Fact]
    public void Pipelines_UseWhatIsConfigured_AndLimitMemoryFirst()
    {
        collector.Service.Pipelines.Keys.ShouldBe(["metrics", "traces", "logs"], ignoreOrder: true);
        foreach (var pipeline in collector.Service.Pipelines.Values)
        {
            pipeline.Receivers.Except(collector.Receivers.Keys).ShouldBeEmpty();
            pipeline.Processors.Except(collector.Processors.Keys).ShouldBeEmpty();
            pipeline.Exporters.Except(collector.Exporters.Keys).ShouldBeEmpty();
            pipeline.Processors.ShouldBe(["memory_limiter", "batch"]);
        }

        collector.Service.Extensions.ShouldBe(collector.Extensions.Keys);
    }

    [Fact]
    public void Metrics_GoToPrometheusUnderTheNamesOfTheRules()
    {
        collector.Service.Pipelines["metrics"].Exporters.ShouldBe(["prometheus"]);
        var prometheus = collector.Exporters["prometheus"];
        prometheus["add_metric_suffixes"].ShouldBe("true");
        ((Dictionary<object, object>)prometheus["resource_to_telemetry_conversion"])["enabled"].ShouldBe("true");
        var port = ((string)prometheus["endpoint"]).Split(':')[1];
        File.ReadAllText(Path.Combine(Deployed.Root, "deploy/telemetry/prometheus.yaml")).ShouldContain($"collector:{port}");
    }

    sealed class CollectorFile
    {
        public Dictionary<string, object?> Extensions { get; init; } = [];

        public Dictionary<string, object?> Receivers { get; init; } = [];

        public Dictionary<string, object?> Processors { get; init; } = [];

        public Dictionary<string, Dictionary<string, object>> Exporters { get; init; } = [];

        public Running Service { get; init; } = new();
    }

    sealed class Running
    {
        public List<string> Extensions { get; init; } = [];

        public Dictionary<string, Pipeline> Pipelines { get; init; } = [];
    }

    sealed class Pipeline
    {
        public List<string> Receivers { get; init; } = [];

        public List<string> Processors { get; init; } = [];

        public List<string> Exporters { get; init; } = [];
    }
}
