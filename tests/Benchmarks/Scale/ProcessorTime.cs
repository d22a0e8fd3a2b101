using System.Diagnostics;

namespace AnSinh.Benchmarks.Scale;

/// <summary>Processor time of this process from a beginning: what other work on the machine does not blur.</summary>
sealed class ProcessorTime
{
    readonly TimeSpan before = Now();

    /// <summary>Time since the beginning, divided.</summary>
    /// <param name="by">Number of questions or events.</param>
    public TimeSpan Each(long by) => (Now() - before) / by;

    static TimeSpan Now()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
