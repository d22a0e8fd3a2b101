using AnSinh.Dossiers.Workflow;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Dossiers.Deadlines;

/// <summary>The deadlines of a register: those that come with the service, and over them those that were added.</summary>
/// <param name="rows">All rows; of two for the same category, state and day the later in the list applies.</param>
public sealed class DeadlineSchedule(IReadOnlyList<DossierDeadline> rows)
{
    /// <summary>All rows, by category, state and day.</summary>
    public IReadOnlyList<DossierDeadline> Rows { get; } =
        [.. rows.GroupBy(row => (row.Category, row.State, row.AppliedFrom)).Select(group => group.Last())
            .OrderBy(row => row.Category, StringComparer.Ordinal).ThenBy(row => row.State).ThenBy(row => row.AppliedFrom)];

    /// <summary>Reads the schedule of a register.</summary>
    public static async Task<DeadlineSchedule> ReadAsync<TDb>(TDb db, DossierRegister register, CancellationToken cancellationToken)
        where TDb : ServiceDb
    {
        var added = await db.Set<DossierDeadline>().AsNoTracking().Where(row => row.Register == register.Code).ToListAsync(cancellationToken);
        return new DeadlineSchedule([.. register.Deadlines, .. added]);
    }

    /// <summary>Last day of the step that begins when a dossier enters a state; null when nothing is due or no deadline is known.</summary>
    /// <param name="category">Category of the dossier.</param>
    /// <param name="state">State that it enters.</param>
    /// <param name="entered">Day on which it enters it.</param>
    public DateOnly? DueOn(string category, DossierState state, DateOnly entered)
    {
        if (!DossierWorkflow.IsWaiting(state))
        {
            return null;
        }

        var inForce = Rows.Where(row => row.State == state && row.AppliedFrom <= entered).ToList();
        var row = inForce.FindLast(one => one.Category == category) ?? inForce.FindLast(one => one.Category.Length == 0);
        return row is null ? null : WorkingDays.After(entered, row.WorkingDays);
    }
}
