using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.AreaMaster;

/// <summary>A row of an area import with its line in the sender's file, and what is wrong with it.</summary>
/// <param name="Line">Line.</param>
/// <param name="Content">The unit or the succession.</param>
sealed record AreaImportRow<TContent>(long Line, TContent Content)
{
    /// <summary>What is wrong; empty for a good row.</summary>
    public List<Violation> Violations { get; init; } = [];
}

/// <summary>All rows of an area import, as they came over the stream.</summary>
sealed class AreaImportRows
{
    /// <summary>Most rows of a kind in one message.</summary>
    public const int MostInMessage = 5_000;

    /// <summary>Most rows in one import: five times the country's.</summary>
    public const int MostRows = 125_000;

    public List<AreaImportRow<AreaUnit>> Units { get; } = [];

    public List<AreaImportRow<AreaSuccession>> Successions { get; } = [];

    public bool IsDryRun { get; private set; }

    public int Count => Units.Count + Successions.Count;

    /// <summary>Takes one message in.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT or RESOURCE_EXHAUSTED <c>import.too_many_rows</c>.</exception>
    public void Add(Wire.ImportAreasRequest message)
    {
        if (message.Areas.Count > MostInMessage || message.Successions.Count > MostInMessage)
        {
            throw Refusal.Invalid("areas", "import.too_many_rows", $"Một thông điệp có quá {MostInMessage} dòng; hãy chia nhỏ.");
        }

        IsDryRun |= message.DryRun;
        var line = message.FirstLine;
        foreach (var area in message.Areas)
        {
            var found = new List<Violation>();
            Units.Add(new(line++, AreaMessages.ToUnit(area, found)) { Violations = found });
        }

        foreach (var succession in message.Successions)
        {
            var found = new List<Violation>();
            Successions.Add(new(line++, AreaMessages.ToSuccession(succession, found)) { Violations = found });
        }

        if (Count > MostRows)
        {
            throw Refusal.Exhausted("import.too_many_rows", $"Tệp có quá {MostRows} dòng; hãy chia nhỏ.");
        }
    }
}
