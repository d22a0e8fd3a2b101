using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AnSinh.Reporting.Tests.Reports;

/// <summary>A host with templates of its own and people who write, approve and publish.</summary>
public sealed class ReportWorld : IAsyncLifetime
{
    public const string Plain = "plain";
    public const string Whole = "whole";
    public const string Protection = "social-protection";
    public const string Survey = "survey";

    readonly TemporaryFolder folder = new();
    readonly ReportingHost reporting;

    public ReportWorld()
        : this(_ => { })
    {
    }

    /// <summary>A world of one test; a fixture has no second public constructor.</summary>
    /// <param name="also">What else is put into the host.</param>
    internal ReportWorld(Action<ServiceHostBuilder> also)
    {
        Directory.CreateDirectory(folder.File("templates"));
        Directory.CreateDirectory(folder.File("catalogue"));
        Write(Plain, """
            # BÁO CÁO {{period}}

            {{text outlook "Phương hướng, nhiệm vụ"}}

            Giải quyết việc làm cho {{EMP-01}}, {{EMP-01 | plan}}.

            {{table by channel}}
            | Kênh | Số người | Số lượt |
            |---|---:|---:|
            | {{member}} | {{EMP-01}} | {{EMP-02}} |
            | **Toàn tỉnh** | {{EMP-01}} | {{EMP-02}} |
            {{end}}
            """);
        Write(Whole, "{{parts of plain}}\n# TỔNG HỢP\n\nGiải quyết việc làm cho {{EMP-01}}.\n");
        Write(Protection, "# {{period}}\n");
        Write(Survey, "Tỷ lệ lao động qua đào tạo đạt {{VOC-06}}.\n");
        foreach (var name in CatalogueNames)
        {
            File.WriteAllText(folder.File(Path.Combine("catalogue", name)), BuiltIn(name));
        }

        reporting = new ReportingHost
        {
            Also = also,
            Settings = [$"Reporting:TemplateDirectory={folder.File("templates")}", $"Reporting:CatalogueFile={folder.File("catalogue")}"],
        };
    }

    public ServiceTestHost Host => reporting.Host;

    public ReportingHost Reporting => reporting;

    public ReportService.ReportServiceClient Author => As("author", "planning-officer");

    public ReportService.ReportServiceClient Approver => As("approver", "report-approver");

    public ReportService.ReportServiceClient Publisher => As("publisher", "report-publisher");

    static IEnumerable<string> CatalogueNames => new[] { "child", "employment", "merit", "planning", "protection", "training" }.Select(owner => $"indicators.{owner}.yaml");

    public static string Request() => Guid.NewGuid().ToString();

    public Task InitializeAsync() => reporting.InitializeAsync();

    public async Task DisposeAsync()
    {
        await reporting.DisposeAsync();
        folder.Dispose();
    }

    public ReportService.ReportServiceClient As(string account, params string[] roles) => new(Host.Channel(Host.Token(["*"], roles, [], account)));

    /// <summary>A year of its own as a period that is long over.</summary>
    public string NextPeriod() => reporting.NextYear().ToString(System.Globalization.CultureInfo.InvariantCulture);

    public async Task<Report> CreateAsync(string period, string area = "42", string template = Plain, string replaces = "", bool preliminary = false) =>
        await Author.CreateReportAsync(new()
        {
            Report = new Report { Template = template, Period = period, AreaCode = area, Replaces = replaces, Preliminary = preliminary },
            RequestId = Request(),
        });

    public async Task<Report> SubmitAsync(Report report) => await Author.SubmitReportAsync(new() { Name = report.Name, Etag = report.Etag, RequestId = Request() });

    public async Task<Report> ApproveAsync(Report report) => await Approver.ApproveReportAsync(new() { Name = report.Name, Etag = report.Etag, RequestId = Request() });

    public async Task<Report> PublishAsync(Report report) => await Publisher.PublishReportAsync(new() { Name = report.Name, Etag = report.Etag, RequestId = Request() });

    public async Task<Report> ApprovedAsync(string period, string area = "42", string template = Plain) => await ApproveAsync(await SubmitAsync(await CreateAsync(period, area, template)));

    public async Task<Report> PublishedAsync(string period, string area = "42", string template = Plain) => await PublishAsync(await ApprovedAsync(period, area, template));

    /// <summary>Books events of employment's and notes how far, as a subscription would.</summary>
    public Task BookAsync(params IReadOnlyList<EventEnvelope> run) => BookFromAsync("employment", run);

    /// <summary>Books events of a source and notes how far, as a subscription would.</summary>
    public async Task BookFromAsync(string source, params IReadOnlyList<EventEnvelope> run)
    {
        await reporting.BookFromAsync(source, run);
        await using var scope = Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Current = Caller.Service("test");
        await scope.ServiceProvider.GetRequiredService<UnitOfWork<ReportingDb>>().RunAsync(
            async (db, token) =>
            {
                var position = await db.Set<FeedPositionRow>().FindAsync([LedgerProjection.Consumer, source], token);
                if (position is null)
                {
                    position = new FeedPositionRow { Consumer = LedgerProjection.Consumer, Source = source };
                    db.Add(position);
                }

                (position.Sequence, position.BookedThrough) = (run[^1].Sequence, run[^1].RecordedAt);
                return true;
            },
            CancellationToken.None);
    }

    /// <summary>Starts the host again with another catalogue.</summary>
    public async Task ChangeCatalogueAsync(string file, string text, string by)
    {
        await Host.StopAsync();
        var path = folder.File(Path.Combine("catalogue", file));
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace(text, by, StringComparison.Ordinal));
        await Host.StartAsync();
    }

    void Write(string template, string text) => File.WriteAllText(folder.File(Path.Combine("templates", template + ".md")), text.ReplaceLineEndings("\n"));

    static string BuiltIn(string name)
    {
        using var reader = new StreamReader(typeof(IndicatorCatalogue).Assembly.GetManifestResourceStream($"AnSinh.Reporting.{name}")!);
        return reader.ReadToEnd();
    }
}
