using System.Globalization;
using System.Text.Json.Serialization;
using AnSinh.ServiceKit.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AnSinh.ServiceKit.Health;

/// <summary>
/// <c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: it can be given work; 503 while it drains or a check is unhealthy.
/// Descriptions say what is wrong, never how to reach it: the endpoints are open. Of a check's data only numbers are shown.
/// </summary>
static class HealthEndpoints
{
    sealed record Answer(
        [property: JsonPropertyName("status")] string Status, [property: JsonPropertyName("checks")] IReadOnlyList<Check> Checks);

    sealed record Check(
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("status")] string Status,
        [property: JsonPropertyName("description")] string? Description,
        [property: JsonPropertyName("duration_ms")] double DurationMs,
        [property: JsonPropertyName("data"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, double>? Data = null);

    public static void MapHealthz(this IEndpointRouteBuilder app)
    {
        var reports = app.ServiceProvider.GetRequiredService<HealthReports>();
        var draining = app.ServiceProvider.GetRequiredService<Draining>();
        app.MapGet("/healthz/live", () => Write(HealthStatus.Healthy, []));
        app.MapGet("/healthz/ready", async (CancellationToken cancellationToken) =>
        {
            var report = await reports.CurrentAsync(cancellationToken);
            var checks = report.Entries
                .Select(entry => new Check(entry.Key, Name(entry.Value.Status), entry.Value.Description, Math.Round(entry.Value.Duration.TotalMilliseconds, 1), Numbers(entry.Value)))
                .OrderBy(check => check.Name, StringComparer.Ordinal)
                .ToList();
            if (draining.Begun)
            {
                checks.Add(new Check("host", Name(HealthStatus.Unhealthy), "The process is stopping.", 0));
            }

            return Write(draining.Begun ? HealthStatus.Unhealthy : report.Status, checks);
        });
    }

    static IResult Write(HealthStatus status, IReadOnlyList<Check> checks) => Results.Json(
        new Answer(Name(status), checks),
        statusCode: status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);

    static Dictionary<string, double>? Numbers(HealthReportEntry entry) => entry.Data.Values.Any(value => value is long or double)
        ? entry.Data.Where(one => one.Value is long or double).ToDictionary(one => one.Key, one => Convert.ToDouble(one.Value, CultureInfo.InvariantCulture))
        : null;

    static string Name(HealthStatus status) => status.ToString().ToLower(CultureInfo.InvariantCulture);
}
