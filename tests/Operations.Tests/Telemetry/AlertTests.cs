using Shouldly;
using Xunit;

namespace AnSinh.Operations.Tests.Telemetry;

public sealed class AlertTests(PlatformMeters meters) : IClassFixture<PlatformMeters>
{
    // Prometheus' own, and those of RabbitMQ's plugin rabbitmq_prometheus, families queue_coarse_metrics and queue_consumer_count.
    static readonly string[] foreign =
        ["up", "rabbitmq_detailed_queue_messages", "rabbitmq_detailed_queue_messages_unacked", "rabbitmq_detailed_queue_consumers"];

    [Fact]
    public void Alerts_ReadOnlyWhatThePlatformMeasures() =>
        Deployed.Alerts.SelectMany(rule => MetricNames.Of(rule.Expr)).Except([.. meters.Exported, .. foreign]).ShouldBeEmpty();

    [Fact]
    public void Dashboards_ReadOnlyWhatThePlatformMeasures() => Deployed.Dashboards.Values.SelectMany(Dashboard.Expressions)
        .SelectMany(MetricNames.Of).Except([.. meters.Exported, .. foreign]).ShouldBeEmpty();

    [Fact]
    public void WhatThePlatformMeasures_IsOnADashboard()
    {
        var shown = Deployed.Dashboards.Values.SelectMany(Dashboard.Expressions).SelectMany(MetricNames.Of).ToHashSet();

        meters.Own.Where(name => !shown.Any(one => one.StartsWith(name.Replace('.', '_'), StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Alerts_SayWhatToDo()
    {
        Deployed.Alerts.Select(rule => rule.Alert).ShouldBeUnique();
        Deployed.Alerts.Where(rule => !rule.Annotations.ContainsKey("summary")).ShouldBeEmpty();
        Deployed.Alerts.Where(rule => rule.Labels.GetValueOrDefault("severity") is not ("urgent" or "daily")).ShouldBeEmpty();
        Deployed.Alerts.Where(rule => !File.Exists(Path.Combine(Deployed.Root, rule.Annotations.GetValueOrDefault("runbook", "none"))))
            .Select(rule => rule.Alert).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ansinh.relay.oldest_age", "source", "employment,training,merit,protection,child,reporting")]
    [InlineData("ansinh.relay.unpublished", "source", "employment,training,merit,protection,child,reporting")]
    [InlineData("ansinh.database.size", "module", "employment,training,merit,protection,child,reporting")]
    [InlineData("ansinh.ledger.parked", "source", "employment,training,merit,protection,child,reporting")]
    [InlineData("ansinh.ledger.parked_age", "source", "employment,training,merit,protection,child,reporting")]
    public void Gauge_HasAValueOfEverySource(string instrument, string tag, string expected) =>
        meters.Measured(instrument).Select(one => one.Tags[tag]).Distinct().ShouldBe(expected.Split(','), ignoreOrder: true);

    [Fact]
    public void HealthGauge_KnowsTheBusUnderTheNameOfTheAlert()
    {
        var checks = meters.Measured("ansinh.health.status").ToLookup(one => one.Tags["check"], one => one.Value);

        checks["masstransit-bus"].ShouldContain(2);
        checks["employment.database"].ShouldContain(2);
        Deployed.Alerts.Single(rule => rule.Alert == "BrokerAway").Expr.ShouldContain("check=\"masstransit-bus\"");
    }

    [Theory]
    [InlineData("sum by (a_b) (rate(x_total{y=\"z_w\"}[5m])) / on (a_b) k_seconds > 0.01 and v_bytes < 2e9", "x_total,k_seconds,v_bytes")]
    [InlineData("histogram_quantile(0.99, sum by (le) (rate(d_bucket[5m]))) or absent(up)", "d_bucket,up")]
    public void MetricsOfAnExpression_AreFound(string expression, string names) => MetricNames.Of(expression).ShouldBe(names.Split(','));
}
