using System.Globalization;
using Microsoft.Data.Sqlite;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>The copies of several services' databases in one directory, and whether they belong together.</summary>
/// <param name="Directory">The directory.</param>
public sealed record BackupSet(string Directory)
{
    /// <summary>The copies, by name.</summary>
    public IReadOnlyList<string> Files => [.. System.IO.Directory.GetFiles(Directory, "*.db").Order(StringComparer.Ordinal)];

    /// <summary>
    /// Finds consumers that have booked more than their source's copy holds. Such a set must not be started: the source would give the
    /// lost numbers to new events, and the consumer would take them for booked. A consumer that is behind catches up by itself.
    /// </summary>
    /// <returns>What is wrong, in Vietnamese; empty when the set can be started.</returns>
    /// <exception cref="InvalidOperationException">The directory holds no copy, or a file is no database of a service.</exception>
    public IReadOnlyList<string> Contradictions()
    {
        if (!System.IO.Directory.Exists(Directory) || Files.Count == 0)
        {
            throw new InvalidOperationException($"Thư mục {Directory} không có bản sao nào (*.db).");
        }

        var heads = Files.ToDictionary(
            SourceOf, file => Read(file, "SELECT '', '', last_sequence FROM relay_state").Single().Sequence, StringComparer.Ordinal);
        return
        [
            .. from file in Files
               from at in Read(file, "SELECT consumer, source, sequence FROM feed_position")
               let head = heads.GetValueOrDefault(at.Source, long.MaxValue)
               where at.Sequence > head
               select string.Create(
                   CultureInfo.InvariantCulture,
                   $"{SourceOf(file)} ({at.Consumer}) đã ghi nhận đến sự kiện {at.Sequence} của {at.Source}, mà bản sao của {at.Source} chỉ có đến {head}."),
        ];
    }

    static string SourceOf(string file) => Path.GetFileNameWithoutExtension(file);

    static IReadOnlyList<(string Consumer, string Source, long Sequence)> Read(string file, string query)
    {
        try
        {
            // Nobody writes to a copy, and reading it must not leave files beside it.
            var unchanging = new Uri(Path.GetFullPath(file)).AbsoluteUri + "?immutable=1";
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = unchanging, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = query;
            using var reader = command.ExecuteReader();
            var rows = new List<(string, string, long)>();
            while (reader.Read())
            {
                rows.Add((reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
            }

            return rows;
        }
        catch (SqliteException fault)
        {
            throw new InvalidOperationException($"{file} không phải là cơ sở dữ liệu của một dịch vụ: {fault.Message}.", fault);
        }
    }
}
