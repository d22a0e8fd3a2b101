using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.Reporting.Tests.Reports;
using AnSinh.Testing;
using Xunit;

namespace AnSinh.Reporting.Tests.Documents;

/// <summary>A report that was converted: what it says as Markdown and as JSON, and where its converted files lie.</summary>
public sealed record ConvertedReport(string Name, string Markdown, byte[] Json, TemporaryFolder Folder)
{
    public string Text => File.ReadAllText(Folder.File(Name + ".txt")).TrimStart('\uFEFF');

    public string Pdf(string kind) => File.ReadAllText(Folder.File($"{Name}-{kind}.pdf"), System.Text.Encoding.Latin1);

    public string[] Sheet(string sheet) => [.. File.ReadAllText(Folder.File($"{Name}-{sheet}.csv")).TrimStart('\uFEFF').Split('\n').Where(line => line.Length > 0)];
}

/// <summary>
/// Reports, live by two built-in templates and a published one, as .docx and .xlsx, converted by LibreOffice: once for all tests, and all
/// files of a form in one call.
/// </summary>
public sealed class ConvertedReports : IAsyncLifetime
{
    // Comma, double quote, UTF-8, from the first line; texts, and only they, in quotes; cells as shown; no formulas; every sheet in a file.
    const string EverySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1";

    readonly ReportWorld world = new();
    readonly TemporaryFolder folder = new();

    public List<ConvertedReport> All { get; } = [];

    public async Task InitializeAsync()
    {
        await world.InitializeAsync();
        await world.BookAsync(
            [.. Enumerable.Range(0, 1_234).Select(person => Told.Recorded(Told.Placement(
                person, new DateOnly(2020, 3, 1), channel: person < 30 ? "overseas_contract" : person < 700 ? "loan" : "domestic", sex: person % 3 == 0 ? "female" : "male")))]);
        await world.Reporting.Plans.SetPlanAsync(new()
        {
            Plan = new Plan { Indicator = "EMP-01", AreaCode = "42", Year = 2020, Target = "24000", Comparator = Comparator.AtLeast },
            RequestId = ReportWorld.Request(),
        });
        await RenderAsync("ha-tinh-2020-h1", "2020-H1");
        await RenderAsync("employment-half-year", "2020-H1");
        await PublishAsync();

        // Workbooks under other names than the documents, or one PDF would go over the other.
        string[] documents = [.. All.Select(report => folder.File(report.Name + ".docx"))];
        string[] workbooks = [.. All.Select(report => folder.File(report.Name + ".xlsx"))];
        await LibreOffice.ConvertAsync(folder, "txt:Text (encoded):UTF8", documents);
        await LibreOffice.ConvertAsync(folder, EverySheet, workbooks);
        await LibreOffice.ConvertAsync(folder, "pdf", [.. documents.Concat(workbooks).Select(Beside)]);
    }

    public async Task DisposeAsync()
    {
        await world.DisposeAsync();
        folder.Dispose();
    }

    async Task RenderAsync(string template, string period)
    {
        var request = new RenderReportRequest { TemplateName = template, Period = period, AreaCode = "42" };
        var documents = new Dictionary<ReportFormat, byte[]>();
        foreach (var format in new[] { ReportFormat.Docx, ReportFormat.Xlsx, ReportFormat.Json })
        {
            request.Format = format;
            documents[format] = (await world.Reporting.Reports.RenderReportAsync(request)).Document.ToByteArray();
        }

        request.Format = ReportFormat.Markdown;
        await KeepAsync(template, (await world.Reporting.Reports.RenderReportAsync(request)).Markdown, documents);
    }

    async Task PublishAsync()
    {
        var report = await world.CreateAsync("2020");
        report = await world.Author.UpdateReportTextAsync(new()
        {
            Name = report.Name,
            Etag = report.Etag,
            Key = "outlook",
            Text = "## Phương hướng\nTiếp tục **tư vấn** & giới thiệu *việc làm* <cho \"người\" lao động>.\n\n- Mở 5 phiên giao dịch\n- Đưa 1.500 người đi làm việc ở nước ngoài",
            RequestId = ReportWorld.Request(),
        });
        report = await world.PublishAsync(await world.ApproveAsync(await world.SubmitAsync(report)));
        var documents = new Dictionary<ReportFormat, byte[]>();
        foreach (var format in new[] { ReportFormat.Docx, ReportFormat.Xlsx, ReportFormat.Json })
        {
            documents[format] = (await world.Author.GetReportDocumentAsync(new() { Name = report.Name, Format = format })).Document.ToByteArray();
        }

        await KeepAsync("published", (await world.Author.GetReportDocumentAsync(new() { Name = report.Name })).Markdown, documents);
    }

    async Task KeepAsync(string name, string markdown, Dictionary<ReportFormat, byte[]> documents)
    {
        foreach (var kind in new[] { ReportFormat.Docx, ReportFormat.Xlsx })
        {
            await File.WriteAllBytesAsync(folder.File($"{name}.{kind.ToString().ToLowerInvariant()}"), documents[kind]);
        }

        All.Add(new ConvertedReport(name, markdown, documents[ReportFormat.Json], folder));
    }

    /// <summary>The same file under a name that says its kind.</summary>
    static string Beside(string file)
    {
        var (name, kind) = (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file));
        var beside = Path.Combine(Path.GetDirectoryName(file)!, $"{name}-{kind[1..]}{kind}");
        File.Copy(file, beside);
        return beside;
    }
}
