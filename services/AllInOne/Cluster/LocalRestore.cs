using System.Globalization;
using AnSinh.AllInOne.Commands;

namespace AnSinh.AllInOne.Cluster;

/// <summary>Puts a set of copies in the place of a stopped cluster's databases. What was there is kept beside it.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="time">Clock.</param>
sealed class LocalRestore(ClusterFile cluster, TimeProvider time)
{
    /// <summary>
    /// Restores. The broker starts empty as well: its messages are of the time that is lost, and a consumer would book events that no source holds.
    /// What a consumer lacks, it reads from the feeds.
    /// </summary>
    /// <param name="from">Directory of the copies.</param>
    /// <param name="keysFrom">Directory of the keys.</param>
    /// <returns>Where the databases, keys and messages from before are.</returns>
    /// <exception cref="InvalidOperationException">The cluster runs, or the copies cannot be restored; then everything is as it was.</exception>
    public string Run(string from, string keysFrom)
    {
        if (cluster.RunsAny)
        {
            throw new InvalidOperationException("Cụm đang chạy; hãy dừng bằng deploy/local/down trước khi khôi phục.");
        }

        var restored = cluster.Data + ".restored";
        if (Directory.Exists(restored))
        {
            Directory.Delete(restored, recursive: true);
        }

        RestoreCommand.Make(from, keysFrom, restored);
        var before = Path.Combine(
            cluster.Directory, "before-restore-" + time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(before);
        foreach (var directory in (string[])[cluster.Data, Path.Combine(cluster.Directory, LocalBroker.Server)])
        {
            if (Directory.Exists(directory))
            {
                Directory.Move(directory, Path.Combine(before, Path.GetFileName(directory)));
            }
        }

        Directory.Move(restored, cluster.Data);
        return before;
    }
}
