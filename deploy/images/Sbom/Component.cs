namespace AnSinh.Sbom;

/// <summary>Something that an image holds.</summary>
public sealed record Component
{
    /// <summary>Reference within the document, unique: <c>Polly.Core@8.9.1</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Version.</summary>
    public required string Version { get; init; }

    /// <summary>CycloneDX type: <c>library</c>, <c>framework</c>, <c>application</c>, <c>operating-system</c>.</summary>
    public string Type { get; init; } = "library";

    /// <summary>Package URL, by which scanners find known weaknesses; null for our own code.</summary>
    public string? Purl { get; init; }

    /// <summary>SHA-512 of the package, in hexadecimal; null when unknown.</summary>
    public string? Sha512 { get; init; }

    /// <summary>Licence; null when unknown.</summary>
    public Licence? Licence { get; init; }

    /// <summary>References of what it needs directly.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];
}

/// <summary>Licence of a package, as its author gives it.</summary>
/// <param name="Expression">SPDX expression; null when the author gives none.</param>
/// <param name="Url">Address of the text; null beside an expression.</param>
public sealed record Licence(string? Expression, string? Url);
