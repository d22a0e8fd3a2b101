namespace AnSinh.AllInOne.Demo;

/// <summary>What a demonstration runs.</summary>
/// <param name="Scenario">Name of a built-in scenario, or path of a scenario file.</param>
/// <param name="Template">Path of a report template; null for the built-in one.</param>
/// <param name="Exit">Whether the process ends afterwards instead of serving on.</param>
public sealed record DemoSettings(string Scenario, string? Template, bool Exit);
