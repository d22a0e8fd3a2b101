using AnSinh.Testing.SqlServer;

namespace AnSinh.ServiceKit.Tests.Hosting;

/// <summary>A directory of one test's own, and its databases where tests run on a server.</summary>
sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ansinh-kit-").FullName;

    public ServerDatabases Databases { get; } = new();

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        Databases.Dispose();
    }
}
