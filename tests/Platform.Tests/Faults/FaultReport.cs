using System.Globalization;
using System.Text;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>What the rounds have shown, a line a kind of fault; written to <c>.artifacts/faults/report.md</c>.</summary>
sealed class FaultReport
{
    readonly List<Line> lines = [];

    /// <summary>One round.</summary>
    public sealed record Line(string Kind, Journal Journal, int Lost, int Double, TimeSpan Recovery)
    {
        /// <summary>Commands whose first sending ended without an answer, and that were answered when sent again.</summary>
        public int Settled => Journal.Sent.Count(command => command.WasUnknown);

        /// <inheritdoc/>
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Kind}: {Journal.Acknowledged} acknowledged, {Settled} unknown then settled, {Lost} lost, {Double} double, recovered in {Recovery.TotalSeconds:0.0} s, ends of calls: {Ends}");

        string Ends => string.Join(' ', Journal.Failures.Select(failure => string.Create(CultureInfo.InvariantCulture, $"{failure.Key}={failure.Value}")));
    }

    static readonly string Folder = Path.Combine(Root(), ".artifacts", "faults");

    /// <summary>Adds a round; it is in <c>rounds.log</c> at once.</summary>
    public void Add(Line line)
    {
        lines.Add(line);
        Directory.CreateDirectory(Folder);
        File.AppendAllText(Path.Combine(Folder, "rounds.log"), string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():s} {line}\n"));
    }

    /// <summary>Writes the table; nothing when no round was run.</summary>
    public void Write()
    {
        if (lines.Count > 0)
        {
            File.WriteAllText(Path.Combine(Folder, "report.md"), Table());
        }
    }

    /// <summary>The table as Markdown.</summary>
    public string Table()
    {
        var table = new StringBuilder("| fault | rounds | acknowledged | unknown, then settled | lost | double | recovery min / median / max |\n|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (var kind in lines.GroupBy(line => line.Kind).Select(group => (group.Key, Lines: group.ToList())).Append(("**all**", lines)))
        {
            var recoveries = kind.Item2.Select(line => line.Recovery.TotalSeconds).Order().ToList();
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {kind.Item1} | {kind.Item2.Count} | {kind.Item2.Sum(line => line.Journal.Acknowledged):N0} | {kind.Item2.Sum(line => line.Settled):N0} ")
                .Append(CultureInfo.InvariantCulture, $"| {kind.Item2.Sum(line => line.Lost)} | {kind.Item2.Sum(line => line.Double)} ")
                .Append(CultureInfo.InvariantCulture, $"| {recoveries[0]:0.0} / {recoveries[recoveries.Count / 2]:0.0} / {recoveries[^1]:0.0} s |\n");
        }

        return table.ToString();
    }

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Platform.sln is in no folder above the tests.");
    }
}
