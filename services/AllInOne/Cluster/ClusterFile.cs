using System.Text.Json;
using System.Text.Json.Serialization;

namespace AnSinh.AllInOne.Cluster;

/// <summary>What runs on this machine as a cluster: <c>cluster.json</c> in the cluster's directory, written by the command that starts it.</summary>
public sealed record ClusterFile
{
    const string Name = "cluster.json";
    static readonly JsonSerializerOptions Format = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Directory of the cluster, absolute.</summary>
    public required string Directory { get; init; }

    /// <summary>The broker's ports.</summary>
    public required BrokerPorts Broker { get; init; }

    /// <summary>The instances of the services, in the order in which they start: first one of each, then the second of each.</summary>
    public required IReadOnlyList<ClusterService> Services { get; init; }

    /// <summary>Processes by name; a name is absent before its first start.</summary>
    public Dictionary<string, LocalProcess> Processes { get; init; } = [];

    /// <summary>Data directory of the services: a database each, and the keys that they share.</summary>
    public string Data => Path.Combine(Directory, "data");

    /// <summary>Where the services are; the instances of one with commas between, so that clients take turns over them.</summary>
    [JsonIgnore]
    public ServiceAddresses Addresses => ServiceAddresses.Distributed(Services.GroupBy(one => one.Service, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => string.Join(',', group.Select(one => one.Grpc)), StringComparer.Ordinal));

    /// <summary>Instances of each service.</summary>
    [JsonIgnore]
    public int Instances => Services.Count(one => one.Service == Services[0].Service);

    /// <summary>Whether one process of this cluster runs.</summary>
    public bool Runs(string name) => Processes.TryGetValue(name, out var process) && process.IsRunning;

    /// <summary>Whether any process of this cluster runs.</summary>
    [JsonIgnore]
    public bool RunsAny => Processes.Values.Any(process => process.IsRunning);

    /// <summary>Log of a process.</summary>
    public string Log(string name) => Path.Combine(Directory, "log", name + ".log");

    /// <summary>Reads a cluster's file.</summary>
    /// <param name="path">The file, or the directory that holds it.</param>
    /// <exception cref="FormatException">There is none.</exception>
    public static ClusterFile Read(string path) => Find(path)
        ?? throw new FormatException($"Không có tệp {Path.GetFullPath(path)}: cụm chưa được khởi động (deploy/local/up).");

    /// <summary>Reads a cluster's file; null when there is none.</summary>
    public static ClusterFile? Find(string path)
    {
        var file = System.IO.Directory.Exists(path) ? Path.Combine(path, Name) : path;
        return File.Exists(file) ? JsonSerializer.Deserialize<ClusterFile>(File.ReadAllText(file), Format) : null;
    }

    /// <summary>Writes the file; a reader sees the old one or the new one.</summary>
    public void Write()
    {
        var path = Path.Combine(Directory, Name);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(this, Format));
        File.Move(path + ".new", path, overwrite: true);
    }
}

/// <summary>An instance of a service of a cluster.</summary>
/// <param name="Name">Name of the instance: the service's own, such as <c>employment</c>, and of the second one <c>employment-2</c>.</param>
/// <param name="Program">Assembly of its program, beside this one.</param>
/// <param name="GrpcPort">gRPC port on loopback.</param>
/// <param name="WebPort">Web port on loopback.</param>
public sealed record ClusterService(string Name, string Program, int GrpcPort, int WebPort)
{
    /// <summary>Name of the service, such as <c>employment</c>; its database and its events bear it.</summary>
    [JsonIgnore]
    public string Service => Name.Split('-')[0];

    /// <summary>gRPC address.</summary>
    public string Grpc => FormattableString.Invariant($"http://127.0.0.1:{GrpcPort}");

    /// <summary>Web address.</summary>
    public string Web => FormattableString.Invariant($"http://127.0.0.1:{WebPort}");
}

/// <summary>Ports of a broker, all on loopback.</summary>
/// <param name="Amqp">Where clients connect.</param>
/// <param name="Distribution">Where the broker's own tools connect.</param>
/// <param name="Mapper">The port mapper's, so that it is nobody else's.</param>
public sealed record BrokerPorts(int Amqp, int Distribution, int Mapper);
