using System.Text.RegularExpressions;
using AnSinh.Architecture.Tests.Sources;

namespace AnSinh.Architecture.Tests.Rules;

/// <summary>Calls that compile and are wrong here.</summary>
static partial class CodeRules
{
    /// <summary>A Polly pipeline's Execute with an async callback hands the task back at once and never retries; ExecuteAsync does.</summary>
    public static IEnumerable<string> AsyncExecute(SourceFile file) =>
        Places(file, ExecuteAsyncCallback(), "runs an async callback by Execute, which never retries: use ExecuteAsync");

    /// <summary>Time comes from a TimeProvider, so that tests can set it.</summary>
    public static IEnumerable<string> WallClock(SourceFile file) =>
        Places(file, Clock(), "reads the machine's clock: ask a TimeProvider").Concat(Places(file, Sleep(), "blocks a thread: await Task.Delay(wait, time, ct)"));

    /// <summary>A delay that no TimeProvider drives makes tests wait.</summary>
    public static IEnumerable<string> UntimedDelay(SourceFile file)
    {
        var code = file.Code;
        return Delay().Matches(code)
            .Where(match => !TimeArgument().IsMatch(ArgumentsAt(code, match.Index + match.Length)))
            .Select(match => $"{file.At(code, match.Index)} delays without a TimeProvider");
    }

    /// <summary>A test that does not run proves nothing.</summary>
    public static IEnumerable<string> SkippedTest(SourceFile file) => Places(file, Skip(), "skips a test for ever");

    static IEnumerable<string> Places(SourceFile file, Regex pattern, string what)
    {
        var code = file.Code;
        return pattern.Matches(code).Select(match => $"{file.At(code, match.Index)} {what}");
    }

    static string ArgumentsAt(string code, int start)
    {
        var (end, depth) = (start, 1);
        while (end < code.Length && depth > 0)
        {
            depth += code[end++] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        return code[start..end];
    }

    [GeneratedRegex(@"\.Execute\s*(<[^>(]*>)?\s*\(\s*(static\s+)?async\b")]
    private static partial Regex ExecuteAsyncCallback();

    [GeneratedRegex(@"\bDateTime(Offset)?\s*\.\s*(Now|UtcNow|Today)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\bThread\s*\.\s*Sleep\b")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\bTask\s*\.\s*Delay\s*\(")]
    private static partial Regex Delay();

    [GeneratedRegex(@"\b(\w*[tT]ime|\w*[cC]lock|TimeProvider\.System|\w*[tT]imeProvider)\s*[,)]")]
    private static partial Regex TimeArgument();

    [GeneratedRegex(@"\[\s*(Fact|Theory)\s*\([^\]]*\bSkip\s*=")]
    private static partial Regex Skip();
}
