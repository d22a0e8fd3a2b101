using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Hosting;

/// <summary>
/// The server's certificate from PEM files. Read again, at most once a minute, when the file has changed: certificates are renewed while
/// the process runs.
/// </summary>
sealed class CertificateFile
{
    static readonly TimeSpan pause = TimeSpan.FromMinutes(1);

    readonly Lock sync = new();
    readonly string path;
    readonly string keyPath;
    X509Certificate2 current;
    DateTime changed;
    long looked;

    CertificateFile(string path, string keyPath)
    {
        this.path = path;
        this.keyPath = keyPath;
        changed = File.GetLastWriteTimeUtc(path);
        current = X509Certificate2.CreateFromPemFile(path, keyPath);
        looked = Environment.TickCount64;
    }

    /// <summary>The certificate to show.</summary>
    public X509Certificate2 Current
    {
        get
        {
            lock (sync)
            {
                if (Environment.TickCount64 - looked > pause.TotalMilliseconds)
                {
                    looked = Environment.TickCount64;
                    Renew();
                }

                return current;
            }
        }
    }

    /// <exception cref="InvalidOperationException">Only one of the two files is named.</exception>
    public static CertificateFile? From(IConfiguration configuration) =>
        (configuration["Hosting:Certificate:Path"], configuration["Hosting:Certificate:KeyPath"]) switch
        {
            (null or "", null or "") => null,
            ({ Length: > 0 } path, { Length: > 0 } keyPath) => new CertificateFile(path, keyPath),
            _ => throw new InvalidOperationException("Hosting:Certificate:Path and Hosting:Certificate:KeyPath are set together or not at all."),
        };

    // The old one is not disposed: a handshake may still be using it.
    void Renew()
    {
        try
        {
            var written = File.GetLastWriteTimeUtc(path);
            if (written != changed)
            {
                current = X509Certificate2.CreateFromPemFile(path, keyPath);
                changed = written;
            }
        }
        catch (Exception half) when (half is IOException or System.Security.Cryptography.CryptographicException)
        {
            // Certificate and key are being replaced at this moment; the next look sees both.
        }
    }
}
