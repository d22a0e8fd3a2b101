using Xunit;

namespace AnSinh.Platform.Tests.Recount;

/// <summary>
/// A second full-size scenario: two and a half minutes of both cores, for what the first and the small province have shown of the same code. It
/// runs where somebody asks for every scenario, as before a release.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryScenarioFactAttribute : FactAttribute
{
    const string Asked = "ANSINH_TEST_SCENARIOS";

    public EveryScenarioFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(Asked) != "all")
        {
            Skip = $"{Asked} is not \"all\".";
        }
    }
}
