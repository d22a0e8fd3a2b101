namespace AnSinh.Reporting.Catalogue;

/// <summary>Dimensions that measures of several services share.</summary>
static class Dimensions
{
    /// <summary>Sex.</summary>
    public static DimensionDefinition Sex { get; } = new() { Code = "sex", NameVi = "Giới tính", Members = [new("male", "Nam"), new("female", "Nữ")] };

    /// <summary>Category of a benefit schedule or of a dossier.</summary>
    public static DimensionDefinition Category { get; } = Open("category", "Nhóm đối tượng");

    /// <summary>Yes or no.</summary>
    public static DimensionDefinition YesNo(string code, string nameVi, string yes, string no) =>
        new() { Code = code, NameVi = nameVi, Members = [new("yes", yes), new("no", no)] };

    /// <summary>A dimension whose values the records bring along.</summary>
    public static DimensionDefinition Open(string code, string nameVi) => new() { Code = code, NameVi = nameVi };

    /// <summary>A dimension with a fixed list of values: code, name, code, name …</summary>
    public static DimensionDefinition Of(string code, string nameVi, params IReadOnlyList<(string Code, string NameVi)> members) =>
        new() { Code = code, NameVi = nameVi, Members = [.. members.Select(member => new DimensionMember(member.Code, member.NameVi))] };
}
