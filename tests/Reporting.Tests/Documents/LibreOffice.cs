using System.Diagnostics;
using AnSinh.Testing;

namespace AnSinh.Reporting.Tests.Documents;

/// <summary>Debian's LibreOffice without a window, with a profile of its own: what an official opens our documents with.</summary>
static class LibreOffice
{
    const string Programs = "/usr/lib/libreoffice/program";
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Converts files in one call, because every start takes a second or two.</summary>
    /// <param name="folder">Takes the profile and the converted files, each under its own name with the ending of the form.</param>
    /// <param name="form">What to convert to, with the filter and its options where the ending alone does not say it.</param>
    /// <param name="files">The files.</param>
    public static async Task ConvertAsync(TemporaryFolder folder, string form, IReadOnlyList<string> files)
    {
        if (!File.Exists($"{Programs}/libswlo.so") || !File.Exists($"{Programs}/libsclo.so"))
        {
            throw new InvalidOperationException($"LibreOffice is missing in {Programs}; install Debian's packages libreoffice-writer-nogui and libreoffice-calc-nogui.");
        }

        var start = new ProcessStartInfo(
            $"{Programs}/soffice", [$"-env:UserInstallation={new Uri(folder.File("profile"))}", "--headless", "--convert-to", form, "--outdir", folder.Path, .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        // Numbers in the form of data, whatever the machine's language is.
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var office = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var printed = office.StandardOutput.ReadToEndAsync(patience.Token);
        var complaints = office.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await office.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            office.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"LibreOffice did not convert {string.Join(", ", files)} to {form} in {Patience}.");
        }

        // It ends with 0 also when it could not read a file.
        if ((await printed).Split("convert ").Length - 1 != files.Count)
        {
            throw new InvalidOperationException($"LibreOffice did not convert all of {string.Join(", ", files)} to {form}: {await printed}{await complaints}");
        }
    }
}
