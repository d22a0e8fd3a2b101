using AnSinh.ServiceKit.Errors;
using Wire = AnSinh.Contracts.Dossiers.V1;

namespace AnSinh.Dossiers.Papers;

/// <summary>What the papers of a dossier must look like.</summary>
static class PaperRules
{
    const int MostPapers = 100;
    const int LongestTitle = 100;

    /// <summary>Checks papers as sent; adds <c>dossier.paper_*</c>.</summary>
    public static void Check(IReadOnlyList<Wire.Paper> papers, string path, List<Violation> found)
    {
        if (papers.Count > MostPapers)
        {
            found.Add(new Violation(path, "dossier.papers_too_many", $"Một hồ sơ có tối đa {MostPapers} giấy tờ."));
            return;
        }

        for (var i = 0; i < papers.Count; i++)
        {
            var (paper, field) = (papers[i], $"{path}[{i}]");
            if (paper.Title.Trim().Length is 0 or > LongestTitle)
            {
                found.Add(new Violation(field + ".title", "dossier.paper_title_invalid", $"Tên giấy tờ phải có từ 1 đến {LongestTitle} ký tự."));
            }

            if (!Enum.IsDefined((PaperKind)paper.Kind))
            {
                found.Add(new Violation(field + ".kind", "dossier.paper_kind_invalid", "Phải ghi là bản chính, bản sao hay trích lục."));
            }

            DossierRules.CheckPages(paper.Pages, field + ".pages", found);
        }
    }

    /// <summary>Checked papers as they are stored.</summary>
    public static IEnumerable<DossierPaper> Of(Guid dossier, IReadOnlyList<Wire.Paper> papers) => papers.Select((paper, at) => new DossierPaper
    {
        DossierId = dossier,
        Number = at + 1,
        Title = paper.Title.Trim(),
        Kind = (PaperKind)paper.Kind,
        Pages = paper.Pages,
        Missing = paper.Missing,
    });
}
