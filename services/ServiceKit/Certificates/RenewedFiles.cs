using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace AnSinh.ServiceKit.Certificates;

/// <summary>
/// What is read from PEM files that are renewed while the process runs. Every use looks at the contents: times of files say nothing on
/// Kubernetes, where a mounted Secret is a chain of links (<c>tls.crt → ..data/tls.crt</c>, <c>..data → ..2026_…</c>) of which only the
/// middle one is exchanged. Reading a few kilobytes costs some 20 µs, a handshake a millisecond.
/// </summary>
/// <typeparam name="T">What the files hold. A former one is never disposed: a handshake may still be using it.</typeparam>
sealed partial class RenewedFiles<T>
    where T : class
{
    readonly Lock sync = new();
    readonly IReadOnlyList<string> paths;
    readonly Func<IReadOnlyList<string>, T> parse;
    readonly ILogger logger;
    IReadOnlyList<string> seen = [];
    T current;
    bool stale;

    /// <summary>Reads the files for the first time.</summary>
    /// <param name="name">What they are, for the log and the gauges: <c>server</c>.</param>
    /// <param name="paths">The files.</param>
    /// <param name="parse">Makes the value of their texts; throws when they do not fit together.</param>
    /// <param name="logger">Where renewals are written.</param>
    /// <exception cref="InvalidOperationException">They cannot be read or used.</exception>
    public RenewedFiles(string name, IReadOnlyList<string> paths, Func<IReadOnlyList<string>, T> parse, ILogger logger)
    {
        Name = name;
        this.paths = paths;
        this.parse = parse;
        this.logger = logger;
        try
        {
            seen = Read();
            current = parse(seen);
        }
        catch (Exception fault) when (IsOfFiles(fault))
        {
            throw new InvalidOperationException($"{string.Join(" and ", paths)} cannot be used: {fault.Message}", fault);
        }
    }

    /// <summary>What the files are.</summary>
    public string Name { get; }

    /// <summary>Whether the files hold something that cannot be used now, and the former content goes on. Known since the last look.</summary>
    public bool IsStale
    {
        get
        {
            lock (sync)
            {
                return stale;
            }
        }
    }

    /// <summary>What the files hold; while they are half written, what they held before.</summary>
    public T Current
    {
        get
        {
            lock (sync)
            {
                Look();
                return current;
            }
        }
    }

    void Look()
    {
        try
        {
            var texts = Read();
            if (texts.SequenceEqual(seen, StringComparer.Ordinal))
            {
                return;
            }

            // Remembered also when it is of no use: it is neither parsed nor complained about a second time.
            seen = texts;
            current = parse(texts);
            stale = false;
            LogRenewed(Name, paths[0]);
        }
        catch (Exception fault) when (IsOfFiles(fault))
        {
            if (!stale || fault is not (IOException or UnauthorizedAccessException))
            {
                LogKept(Name, string.Join(", ", paths), fault.Message);
            }

            stale = true;
            seen = fault is IOException or UnauthorizedAccessException ? [] : seen;
        }
    }

    List<string> Read() => [.. paths.Select(File.ReadAllText)];

    static bool IsOfFiles(Exception fault) => fault is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException;

    [LoggerMessage(LogLevel.Information, "The {Certificate} certificate was renewed from {Path}; new connections see it.")]
    partial void LogRenewed(string certificate, string path);

    [LoggerMessage(LogLevel.Warning, "The {Certificate} certificate cannot be renewed from {Paths}, the former one goes on: {Reason}")]
    partial void LogKept(string certificate, string paths, string reason);
}
