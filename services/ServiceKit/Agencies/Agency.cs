using System.Security.Cryptography.X509Certificates;

namespace AnSinh.ServiceKit.Agencies;

/// <summary>
/// Another agency (cơ quan) whose systems call the platform under credentials of their own: tax, police, social insurance, the
/// ministry's reporting gateway.
/// </summary>
public sealed record Agency
{
    /// <summary>Its client at the identity provider: the claim <c>client_id</c> or <c>azp</c> of its tokens.</summary>
    public required string ClientId { get; init; }

    /// <summary>Its name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Roles that it has, as the modules define them.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Permissions beside those of the roles.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>Codes of the areas that it may ask about, with everything below them; <c>*</c> for all, none for nowhere.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Subject of the certificate that its connections must show; null when the token is enough.</summary>
    public X500DistinguishedName? CertificateSubject { get; init; }

    /// <summary>
    /// SHA-256 thumbprints, one of which the certificate must have: 64 upper-case hexadecimal digits. Several let one be renewed. Empty
    /// when the token is enough.
    /// </summary>
    public IReadOnlyList<string> CertificateThumbprints { get; init; } = [];

    /// <summary>Whether its connections must show a certificate: a stolen token alone is then of no use.</summary>
    public bool NeedsCertificate => CertificateSubject is not null || CertificateThumbprints.Count > 0;

    /// <summary>Whether a certificate is one of this agency's: the subject and a thumbprint, as far as they are laid down.</summary>
    /// <param name="certificate">Certificate that the connection showed; its authority has been checked.</param>
    public bool Owns(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return (CertificateSubject is null || CertificateSubject.Name == certificate.SubjectName.Name)
            && (CertificateThumbprints.Count == 0
                || CertificateThumbprints.Contains(certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256)));
    }
}
