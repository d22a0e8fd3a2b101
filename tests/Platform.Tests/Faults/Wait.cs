namespace AnSinh.Platform.Tests.Faults;

/// <summary>Waits for a condition, never for a time.</summary>
static class Wait
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(30);

    /// <summary>Looks until a condition holds.</summary>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="patience">Longest wait.</param>
    /// <param name="holds">The condition.</param>
    /// <param name="look">Pause between looks.</param>
    /// <exception cref="TimeoutException">It did not hold in time.</exception>
    public static async Task ForAsync(string what, TimeSpan patience, Func<Task<bool>> holds, TimeSpan? look = null)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(began) > patience)
            {
                throw new TimeoutException($"{what}: not within {patience.TotalSeconds:0} s.");
            }

            await Task.Delay(look ?? Look, TimeProvider.System);
        }
    }
}
