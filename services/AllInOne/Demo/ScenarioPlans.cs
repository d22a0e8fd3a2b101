using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.AllInOne.Demo;

/// <summary>Sets the plans of a scenario.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="clients">The APIs.</param>
public sealed class ScenarioPlans(Scenario scenario, DemoClients clients)
{
    /// <summary>Sets them; a plan that stands already stays as it is.</summary>
    /// <returns>How many.</returns>
    public async Task<int> SetAsync(CancellationToken cancellationToken)
    {
        foreach (var plan in scenario.Plans)
        {
            await clients.Plans.SetPlanAsync(
                new SetPlanRequest { Plan = Message(plan), RequestId = Guid.NewGuid().ToString() }, cancellationToken: cancellationToken);
        }

        return scenario.Plans.Count;
    }

    Plan Message(ScenarioPlan plan) => new()
    {
        Indicator = plan.Indicator,
        AreaCode = scenario.Province,
        Year = plan.Year,
        Target = plan.Range?.Lower ?? plan.Target,
        TargetTo = plan.Range?.Upper ?? "",
        Comparator = plan.Range is null ? Comparator(plan.Comparator) : Contracts.Reporting.V1.Comparator.Range,
        LegalBasis = scenario.Title,
    };

    static Comparator Comparator(string written) => written switch
    {
        ">=" => Contracts.Reporting.V1.Comparator.AtLeast,
        "<=" => Contracts.Reporting.V1.Comparator.AtMost,
        "<" => Contracts.Reporting.V1.Comparator.Below,
        "=" => Contracts.Reporting.V1.Comparator.Equal,
        _ => throw new FormatException($"Kế hoạch: comparator \"{written}\" không đúng; cần >=, <=, < hoặc =."),
    };
}
