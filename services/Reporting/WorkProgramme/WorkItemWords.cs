using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.WorkProgramme;

/// <summary>The words under which levels and kinds stand in the database and in events.</summary>
static class WorkItemWords
{
    static readonly Dictionary<DocumentLevel, string> Levels = new()
    {
        [DocumentLevel.Central] = "central",
        [DocumentLevel.PeopleCommitteeDirective] = "people_committee_directive",
        [DocumentLevel.Department] = "department",
        [DocumentLevel.Other] = "other",
    };

    static readonly Dictionary<PetitionKind, string> Kinds = new()
    {
        [PetitionKind.Complaint] = "complaint",
        [PetitionKind.Denunciation] = "denunciation",
        [PetitionKind.Petition] = "petition",
    };

    public static string Of(DocumentLevel level) => Levels[level];

    public static string Of(PetitionKind kind) => Kinds[kind];

    public static DocumentLevel Level(string word) => Levels.First(pair => pair.Value == word).Key;

    public static PetitionKind Kind(string word) => Kinds.First(pair => pair.Value == word).Key;
}
