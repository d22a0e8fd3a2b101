using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AnSinh.ServiceKit.Certificates;
using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Agencies;

/// <summary>
/// The agencies that may call, by client id, from the section <c>Agencies</c>: <c>Name</c>, <c>Roles</c>, <c>Permissions</c>,
/// <c>Areas</c>, <c>CertificateSubject</c>, <c>CertificateThumbprints</c>, <c>Quota</c>. Lists are arrays, or one text with spaces between.
/// </summary>
public sealed class AgencyTable
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Agencies";

    /// <summary>The audit holds 200 characters of an account.</summary>
    const int LongestClientId = 100;

    static readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase)
    {
        nameof(Agency.Name),
        nameof(Agency.Roles),
        nameof(Agency.Permissions),
        nameof(Agency.Areas),
        nameof(Agency.CertificateSubject),
        nameof(Agency.CertificateThumbprints),
        "Quota",
    };

    readonly Dictionary<string, Agency> agencies = new(StringComparer.Ordinal);

    /// <summary>Reads the agencies.</summary>
    /// <param name="configuration">Configuration with the section <c>Agencies</c>.</param>
    /// <exception cref="InvalidOperationException">A setting is wrong or not known; the message names it.</exception>
    public AgencyTable(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var mode = ClientCertificates.ModeOf(configuration);
        foreach (var section in configuration.GetSection(Section).GetChildren())
        {
            var agency = Read(section);
            if (agency.NeedsCertificate && mode == ClientCertificateMode.None)
            {
                throw new InvalidOperationException($"{section.Path} wants a certificate, but Hosting:ClientCertificates:Mode is None: nobody is asked for one.");
            }

            agencies.Add(agency.ClientId, agency);
        }
    }

    /// <summary>Every agency.</summary>
    public IReadOnlyCollection<Agency> All => agencies.Values;

    /// <summary>Finds an agency, or null.</summary>
    /// <param name="clientId">Client id, letter by letter.</param>
    public Agency? Find(string clientId) => agencies.GetValueOrDefault(clientId);

    static Agency Read(IConfigurationSection section)
    {
        if (section.GetChildren().FirstOrDefault(entry => !known.Contains(entry.Key)) is { } stranger)
        {
            throw new InvalidOperationException($"{stranger.Path} is not known; allowed are {string.Join(", ", known)}.");
        }

        if (section.Key.Length > LongestClientId || section["Name"] is not { Length: > 0 } name)
        {
            throw new InvalidOperationException($"{section.Path}: Name is missing, or the client id is longer than {LongestClientId} characters.");
        }

        return new Agency
        {
            ClientId = section.Key,
            Name = name,
            Roles = ListOf(section.GetSection("Roles")),
            Permissions = ListOf(section.GetSection("Permissions")),
            Areas = ListOf(section.GetSection("Areas")),
            CertificateSubject = SubjectOf(section),
            CertificateThumbprints = [.. ListOf(section.GetSection("CertificateThumbprints")).Select(text => ThumbprintOf(section, text))],
        };
    }

    static List<string> ListOf(IConfigurationSection section) =>
        [.. section.GetChildren().Select(entry => entry.Value).Prepend(section.Value).SelectMany(value => value?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])];

    static X500DistinguishedName? SubjectOf(IConfigurationSection section)
    {
        try
        {
            return section["CertificateSubject"] is { Length: > 0 } subject ? new X500DistinguishedName(subject) : null;
        }
        catch (CryptographicException)
        {
            throw new InvalidOperationException($"{section.Path}:CertificateSubject is no distinguished name such as \"CN=gateway, O=Thue tinh, C=VN\".");
        }
    }

    // As openssl prints it, with colons, too.
    static string ThumbprintOf(IConfigurationSection section, string text)
    {
        var digits = text.Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();
        return digits.Length == 64 && digits.All(char.IsAsciiHexDigit)
            ? digits
            : throw new InvalidOperationException($"{section.Path}:CertificateThumbprints: \"{text}\" is no SHA-256 thumbprint of 64 hexadecimal digits.");
    }
}
