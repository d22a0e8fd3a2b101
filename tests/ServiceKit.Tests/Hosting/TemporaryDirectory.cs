namespace AnSinh.ServiceKit.Tests.Hosting;

/// <summary>A directory of one test's own.</summary>
sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ansinh-kit-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
