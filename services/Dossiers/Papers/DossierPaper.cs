namespace AnSinh.Dossiers.Papers;

/// <summary>What a paper is; stored by number, the numbers of ansinh.dossiers.v1.PaperKind.</summary>
public enum PaperKind
{
    /// <summary>Bản chính.</summary>
    Original = 1,

    /// <summary>Bản sao.</summary>
    Copy = 2,

    /// <summary>Trích lục.</summary>
    Extract = 3,
}

/// <summary>One paper that belongs in a dossier.</summary>
public sealed class DossierPaper
{
    /// <summary>Dossier.</summary>
    public required Guid DossierId { get; init; }

    /// <summary>Place in the dossier, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Which paper.</summary>
    public required string Title { get; init; }

    /// <summary>What it is.</summary>
    public required PaperKind Kind { get; init; }

    /// <summary>Pages; 0 when not counted.</summary>
    public int Pages { get; init; }

    /// <summary>Whether it is missing, which stops an approval.</summary>
    public bool Missing { get; init; }
}
