using AnSinh.ServiceKit.Areas;

namespace AnSinh.Reporting.Ledger;

/// <summary>An area code and the days on which it counts, both included.</summary>
/// <param name="AreaCode">Area code.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct AreaWindow(string AreaCode, DateOnly From, DateOnly To)
{
    /// <summary>A unit's code over all its days.</summary>
    public static AreaWindow Of(AreaUnit unit) => new(unit.Code, unit.ValidFrom ?? DateOnly.MinValue, unit.ValidTo ?? DateOnly.MaxValue);

    /// <summary>What is left of the days without those of another window, whatever its code: nothing, one stretch, or two.</summary>
    public IEnumerable<AreaWindow> Without(AreaWindow other)
    {
        if (other.To < From || other.From > To)
        {
            return [this];
        }

        var left = new List<AreaWindow>(2);
        if (other.From > From)
        {
            left.Add(this with { To = other.From.AddDays(-1) });
        }

        if (other.To < To)
        {
            left.Add(this with { From = other.To.AddDays(1) });
        }

        return left;
    }
}
