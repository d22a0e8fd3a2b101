using System.Runtime.InteropServices;

namespace AnSinh.Platform.Tests.Processes;

/// <summary>Signals to processes, by their id.</summary>
static partial class Signals
{
    /// <summary>SIGKILL: no handler runs.</summary>
    public const int Kill = 9;

    /// <summary>SIGTERM, as an orchestrator sends it.</summary>
    public const int Terminate = 15;

    /// <summary>SIGCONT: goes on after <see cref="Stop"/>.</summary>
    public const int Continue = 18;

    /// <summary>SIGSTOP: the process stands still, its connections stay open.</summary>
    public const int Stop = 19;

    /// <summary>Sends a signal.</summary>
    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Send(int process, int signal);
}
