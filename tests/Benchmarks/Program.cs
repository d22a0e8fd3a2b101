using System.Globalization;
using AnSinh.Benchmarks;
using AnSinh.Benchmarks.Ceilings;
using AnSinh.Benchmarks.Cluster;
using AnSinh.Benchmarks.Measures;
using AnSinh.Benchmarks.Scale;

// "cluster": one table with the local cluster beside the all-in-one, and nothing else.
if (args is ["cluster"])
{
    await ClusterFigures.RunAsync();
    return;
}

// "scale": reporting with a ledger of millions of facts, each row beside a plain GROUP BY and a target. "--facts 10000000".
if (args is ["scale", ..])
{
    await ScaleRun.RunAsync(args is [_, "--facts", var facts] ? long.Parse(facts, CultureInfo.InvariantCulture) : 10_000_000);
    return;
}

// Timings of the all-in-one on this machine, each beside a ceiling measured in the same run: what counts is the ratio.
// Arguments: placements of the import, beneficiaries of the payment run; 0 leaves that part out.
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 30_000;
var people = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200_000;
var table = new ResultTable();
var echo = await GrpcEcho.MeasureAsync(seconds: 3);
var singleRow = await RawSqlite.MeasureAsync(rowsInTransaction: 1, seconds: 2);
var thousandRows = await RawSqlite.MeasureAsync(rowsInTransaction: 1_000, seconds: 2);
var publishOne = await RawPublish.MeasureAsync(eventsInMessage: 1, events: 20_000);
var publishRun = await RawPublish.MeasureAsync(eventsInMessage: 500, events: 200_000);
table.Ceiling("gRPC echo, 16 at once", echo.PerSecond, "calls/s");
table.Ceiling("SQLite, 1 row a commit, synchronous=FULL", singleRow, "commits/s");
table.Ceiling("SQLite, 1,000 rows a commit", thousandRows, "rows/s");
table.Ceiling("publish and consume in memory, 1 event a message", publishOne, "events/s");
table.Ceiling("publish and consume in memory, 500 events a message", publishRun, "events/s");

if (rows > 0)
{
    await using var platform = await RunningPlatform.StartAsync();
    var import = await BulkImport.MeasureAsync(platform, rows);
    table.Rate("bulk import, to the last answer", import.Rows / import.ToAnswer.TotalSeconds, "rows/s", thousandRows);
    table.Rate("bulk import, to the visible indicator", import.Rows / import.ToFigure.TotalSeconds, "records/s", thousandRows);
    var query = await FigureQueries.MeasureAsync(platform, calls: 2_000);
    table.Latency($"query EMP-01, province and half-year, {rows:N0} placements", query, echo.Sequential);
    var commands = await DurableCommands.MeasureAsync(platform, commands: 3_000, atOnce: 16);
    table.Rate("durable commands (RecordPlacement), 16 at once", commands, "commands/s", Math.Min(singleRow, echo.PerSecond));
    table.Latency("lag from answer to visible figure", await VisibleLag.MeasureAsync(platform, commands: 200), echo.Sequential);
    table.Rate("relay: outbox to bus", await RelayRate.MeasureAsync(platform, events: 100_000), "events/s", publishRun);
    table.Rate("projection: rebuilt from the feed", await Rebuild.MeasureAsync(platform), "events/s", thousandRows);
}

if (people > 0)
{
    await using var platform = await RunningPlatform.StartAsync();
    var import = await PaymentRunMeasure.ImportAsync(platform, people);
    table.Rate($"entitlement import, {people:N0} people, to the last answer", people / import.TotalSeconds, "rows/s", thousandRows);
    var run = await PaymentRunMeasure.PayAsync(platform, people);
    foreach (var (step, took) in run.Steps)
    {
        table.Rate(string.Create(CultureInfo.InvariantCulture, $"payment run, {step}: {took.TotalSeconds:0.0} s"), people / took.TotalSeconds, "lines/s", thousandRows);
    }
}

table.Print();
