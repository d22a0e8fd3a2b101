using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;
using Shouldly;
using Xunit;

namespace AnSinh.Operations.Tests.Runbooks;

/// <summary>What a runbook tells people to do at night must be possible.</summary>
public sealed partial class RunbookTests
{
    // Verbs that have verbs of their own.
    static readonly string[] groups = ["areas", "import", "cluster"];

    readonly ConcurrentDictionary<string, Task<string>> help = new(StringComparer.Ordinal);

    public static TheoryData<string> Commands() => new(
        Deployed.Runbooks.SelectMany(book => Command().Matches(book.Text)).Select(match => match.Groups["command"].Value).Distinct());

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_Exists(string command)
    {
        var (project, arguments) = (command.Split(' ')[0], command.Split(" -- ")[1].Split(' '));
        File.Exists(Path.Combine(Deployed.Root, project, Path.GetFileName(project) + ".csproj")).ShouldBeTrue();
        var options = arguments.Where(one => one.StartsWith("--", StringComparison.Ordinal)).Select(one => one.Split('=')[0]);
        if (project == "services/AllInOne")
        {
            var verb = arguments[0].StartsWith('-') ? "" : groups.Contains(arguments[0]) ? $"{arguments[0]} {arguments[1]}" : arguments[0];
            var said = await HelpAsync(verb);
            said.ShouldContain($"AnSinh.AllInOne {verb}".TrimEnd());
            options.Where(option => !said.Contains($"{option} ", StringComparison.Ordinal)).ShouldBeEmpty();
        }
        else
        {
            // The service's own program: a verb of ServiceProgram or none, and settings that the code reads.
            (arguments[0] is "migrate" or "backup" || arguments[0].StartsWith("--", StringComparison.Ordinal)).ShouldBeTrue();
            options.Where(option => !Reads(option[2..])).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Rpcs_Exist()
    {
        var published = FileDescriptorSet.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(Deployed.Root, "contracts/baseline/protos.pb"))).File
            .SelectMany(file => file.Service.SelectMany(service => service.Method.Select(method => $"{file.Package}.{service.Name}/{method.Name}"))).ToHashSet();
        var used = Deployed.Runbooks.SelectMany(book => Rpc().Matches(book.Text)).Select(match => match.Value).ToList();

        used.ShouldNotBeEmpty();
        used.Except(published).ShouldBeEmpty();
    }

    [Fact]
    public void Paths_AndLinks_LeadSomewhere() => Deployed.Runbooks.SelectMany(book => (string[])
    [
        .. FilePath().Matches(book.Text).Select(match => match.Value.TrimEnd('.'))
            .Where(path => !Path.Exists(Path.Combine(Deployed.Root, path))).Select(path => $"{book.Path}: {path}"),
        .. Link().Matches(book.Text).Select(match => match.Groups["to"].Value)
            .Where(to => !File.Exists(Path.Combine(Deployed.Root, "deploy/runbooks", to + ".md"))).Select(to => $"{book.Path}: {to}"),
    ]).ShouldBeEmpty();

    [Fact]
    public void Index_ListsEveryRunbookAndEveryAlert()
    {
        var index = Deployed.Runbooks.Single(book => book.Path.EndsWith("README.md", StringComparison.Ordinal)).Text;

        Deployed.Runbooks.Select(book => Path.GetFileName(book.Path))
            .Where(name => name != "README.md" && !index.Contains($"]({name})", StringComparison.Ordinal)).ShouldBeEmpty();
        foreach (var alert in Deployed.Alerts)
        {
            var page = Path.GetFileName(alert.Annotations["runbook"]);
            index.Split('\n').Single(line => line.Contains($"]({page})", StringComparison.Ordinal)).ShouldMatch($@"\b{alert.Alert}\b");
        }
    }

    [Fact]
    public void Runbooks_HaveATitle() => Deployed.Runbooks.Where(book => !book.Text.StartsWith("# ", StringComparison.Ordinal)).ShouldBeEmpty();

    Task<string> HelpAsync(string verb) => help.GetOrAdd(verb, async _ =>
    {
        var (code, said) = await CommandLine.RunAsync([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        code.ShouldBe(0, said);
        return said;
    });

    /// <summary>Whether the code reads a setting: by its whole name, or by that of its section.</summary>
    static bool Reads(string setting) => setting == "DataDirectory" || Sources.Value.Any(text =>
        text.Contains($"\"{setting}\"", StringComparison.Ordinal) || text.Contains($"\"{setting[..(setting.LastIndexOf(':') + 1)]}{{", StringComparison.Ordinal));

    static readonly Lazy<IReadOnlyList<string>> Sources = new(() =>
    [
        .. Directory.GetFiles(Path.Combine(Deployed.Root, "services/ServiceKit"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText),
    ]);

    [GeneratedRegex(@"--project (?<command>services/\w+ -- [^\n)]+)")]
    private static partial Regex Command();

    [GeneratedRegex(@"ansinh\.[a-z]+\.v1\.\w+/\w+")]
    private static partial Regex Rpc();

    [GeneratedRegex(@"(?<![\w/.-])(deploy|services|tests|contracts)/[\w./-]+")]
    private static partial Regex FilePath();

    [GeneratedRegex(@"\]\((?<to>[a-z-]+)(\.md)?\)")]
    private static partial Regex Link();
}
