using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Reports;

/// <summary>
/// A report that was published by layout 1, as the database kept it then. Whoever makes other bytes of it has changed the layout: raise
/// <c>ReportDocuments.Layout</c>, keep the former for what was published by it, and leave this report and its checksums as they are.
/// </summary>
public sealed class FrozenLayoutTests : IAsyncLifetime
{
    const int Stretch = 4_000;
    readonly ReportWorld world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Documents_OfAReportOfLayout1_AreTheSameBytesForEver()
    {
        var report = await world.PublishedAsync("2020");
        await ReplaceAsync(Kept());
        var checksums = new Dictionary<ReportFormat, string>();
        foreach (var format in new[] { ReportFormat.Markdown, ReportFormat.Docx, ReportFormat.Xlsx, ReportFormat.Json })
        {
            checksums[format] = (await world.Author.GetReportDocumentAsync(new() { Name = report.Name, Format = format })).Sha256;
        }

        checksums.ShouldBe(new Dictionary<ReportFormat, string>
        {
            [ReportFormat.Markdown] = "bcee906526fb1ce44c6693bc18c167591cbe376fd921cd5bb757d45943b29d64",
            [ReportFormat.Docx] = "af6a7a540d4c62b7cab14697c60bd3521fcf56681e2d3c55228e128ca124880f",
            [ReportFormat.Xlsx] = "7bf2dc1e5e4444114e1cc36ddc5e0005e407a78aec244a477c01009379c61079",
            [ReportFormat.Json] = "151821df8e892bb07dc58d682e20cab0a009a1811472ea7d4744f75d39c8256b",
        });
    }

    /// <summary>Puts what was kept of another report in the place of what is kept of the only one.</summary>
    async Task ReplaceAsync(byte[] kept)
    {
        await using var scope = world.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDb>();
        foreach (var (data, ordinal) in kept.Chunk(Stretch).Select((data, index) => (data, 1_000 + index)))
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO report_frozen (report_id, ordinal, data) SELECT report_id, {ordinal}, {data} FROM report_frozen WHERE ordinal = 0");
        }

        await db.Database.ExecuteSqlAsync($"DELETE FROM report_frozen WHERE ordinal < 1000");
    }

    static byte[] Kept()
    {
        using var stream = typeof(FrozenLayoutTests).Assembly.GetManifestResourceStream("frozen-report.layout-1.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
