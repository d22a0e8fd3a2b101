using AnSinh.Architecture.Tests.Sources;

namespace AnSinh.Architecture.Tests.Rules;

/// <summary>Which project may refer to which, and where package versions come from.</summary>
static class ProjectRules
{
    const string People = "services/People/People.csproj";

    static readonly HashSet<string> kernel = new(["BenefitPayments", "Dossiers", "People", "SurveyedFigures"], StringComparer.Ordinal);

    /// <summary>
    /// Services share contracts, the kit and the shared kernel, and nothing else; a service project is referred to by the process that hosts
    /// all of them and by its own tests. Of the shared kernel only people are for the rest of it. What builds and ships them stands alone.
    /// </summary>
    public static IEnumerable<string> References(ProjectFile project) => project.References
        .Where(reference => !IsAllowed(project, RoleOf(project.Path), reference))
        .Select(reference => $"{project.Path} refers to {reference}");

    public static IEnumerable<string> Packages(ProjectFile project, IReadOnlySet<string> central) => project.Packages.SelectMany(package => (string[])
    [
        .. package.OwnVersion ? (string[])[$"{project.Path} gives {package.Name} a version of its own"] : [],
        .. central.Contains(package.Name) ? (string[])[] : [$"{project.Path} uses {package.Name}, which Directory.Packages.props does not name"],
    ]);

    /// <summary>The solution holds every project on disk, and no project that is gone.</summary>
    public static IEnumerable<string> Solution(IEnumerable<string> projects, string solution)
    {
        var onDisk = projects.ToHashSet(StringComparer.Ordinal);
        var listed = solution.Split('"').Where(part => part.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(part => part.Replace('\\', '/')).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. onDisk.Except(listed, StringComparer.Ordinal).Select(project => $"Platform.sln lacks {project}"),
            .. listed.Except(onDisk, StringComparer.Ordinal).Select(project => $"Platform.sln lists {project}, which is not there"),
        ];
    }

    static bool IsAllowed(ProjectFile project, Role role, string reference) => (role, RoleOf(reference)) switch
    {
        (_, Role.MissingPackage) => true,
        (Role.MissingPackage or Role.Contracts or Role.Tool, _) => false,
        (_, Role.Contracts) => true,
        (Role.Kit, _) => false,
        (_, Role.Kit) => true,
        (Role.Kernel, Role.Kernel) => reference == People,
        (Role.Kernel, _) => false,
        (_, Role.Kernel) => true,
        (Role.AllInOne, Role.Service) => true,
        (Role.Test, Role.Service) => project.Name == $"{Path.GetFileNameWithoutExtension(reference)}.Tests",
        (Role.Test, Role.AllInOne or Role.Test or Role.Tool) => true,
        _ => false,
    };

    static Role RoleOf(string path) => path.Split('/') switch
    {
        ["contracts", ..] => Role.Contracts,
        ["tests", ..] => Role.Test,
        ["deploy", ..] => Role.Tool,
        ["services", "MissingPackages", ..] => Role.MissingPackage,
        ["services", "ServiceKit", ..] => Role.Kit,
        ["services", "AllInOne", ..] => Role.AllInOne,
        ["services", var name, ..] when kernel.Contains(name) => Role.Kernel,
        ["services", ..] => Role.Service,
        _ => throw new InvalidOperationException($"{path} stands where no project belongs."),
    };

    enum Role
    {
        Contracts,
        MissingPackage,
        Kit,
        Kernel,
        Service,
        AllInOne,
        Test,
        Tool,
    }
}
