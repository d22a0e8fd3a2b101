using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Requests;
using Xunit;

namespace AnSinh.Reporting.Tests.AreaMaster;

/// <summary>The country's units, which lie beside the repository and not in it.</summary>
static class RealAreas
{
    static readonly string? Folder = Find();

    public static string Units => Path.Combine(Folder!, "admin-units.csv");

    public static string Mergers => Path.Combine(Folder!, "admin-unit-mergers-2025-07-01.csv");

    public static bool AreThere => Folder is not null;

    public static Area ToMessage(AreaUnit unit)
    {
        var area = new Area { Code = unit.Code, DisplayName = unit.Name, Type = unit.Type, Level = (Contracts.Reporting.V1.AreaLevel)(int)unit.Level, ParentCode = unit.ParentCode ?? "" };
        area.ValidFrom = unit.ValidFrom is { } from ? WireDate.Of(from) : null;
        area.ValidTo = unit.ValidTo is { } to ? WireDate.Of(to) : null;
        return area;
    }

    public static Contracts.Reporting.V1.AreaSuccession ToMessage(ServiceKit.Areas.AreaSuccession merger) => new()
    {
        Level = (Contracts.Reporting.V1.AreaLevel)(int)merger.Level,
        OldCode = merger.OldCode,
        NewCode = merger.NewCode,
        Full = merger.Full,
        EffectiveOn = WireDate.Of(merger.EffectiveOn),
    };

    // Up to the repository, then beside it; worktrees may lie one level deeper.
    static string? Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var data = Path.Combine(directory.FullName, "shared", "data");
            if (File.Exists(Path.Combine(data, "admin-units.csv")))
            {
                return data;
            }
        }

        return null;
    }
}

/// <summary>A test over the country's units, skipped where they are not at hand.</summary>
sealed class RealAreasFactAttribute : FactAttribute
{
    public RealAreasFactAttribute()
    {
        if (!RealAreas.AreThere)
        {
            Skip = "shared/data/admin-units.csv is not beside the repository.";
        }
    }
}
