using AnSinh.ServiceKit.Errors;

namespace AnSinh.ServiceKit.Imports;

/// <summary>What became of a row; the numbers of ansinh.common.v1.ImportOutcome.</summary>
public enum RowOutcome
{
    /// <summary>Made a new record.</summary>
    Recorded = 1,

    /// <summary>The record was there.</summary>
    AlreadyPresent = 2,

    /// <summary>Bad.</summary>
    Refused = 3,

    /// <summary>Good, but another row of an all-or-nothing import is bad.</summary>
    NotApplied = 4,
}

/// <summary>What became of one row.</summary>
/// <param name="Line">Line in the sender's file.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Resource">Name of the record made or met; empty when refused.</param>
/// <param name="Violations">Why refused.</param>
public readonly record struct RowResult(long Line, RowOutcome Outcome, string Resource, IReadOnlyList<Violation> Violations);

/// <summary>A row as sent, checked without the database: good so far, or refused with the reasons.</summary>
public interface ICheckedRow
{
    /// <summary>Line in the sender's file.</summary>
    long Line { get; }

    /// <summary>Why the row is refused; empty for a good one.</summary>
    IReadOnlyList<Violation> Violations { get; }
}

/// <summary>What is said about the rows of a chunk, in their order.</summary>
public sealed class ChunkResults
{
    readonly List<RowResult> all = [];

    /// <summary>One result a row.</summary>
    public IReadOnlyList<RowResult> All => all;

    /// <summary>Whether a row is refused.</summary>
    public bool HasRefused { get; private set; }

    /// <summary>Rows that make a new record.</summary>
    public int RecordedCount { get; private set; }

    /// <summary>The row makes a new record.</summary>
    /// <param name="line">Line in the sender's file.</param>
    /// <param name="resource">Name of the record.</param>
    public void Recorded(long line, string resource)
    {
        RecordedCount++;
        all.Add(new RowResult(line, RowOutcome.Recorded, resource, []));
    }

    /// <summary>The row's record is there already; nothing changes.</summary>
    /// <inheritdoc cref="Recorded"/>
    public void Present(long line, string resource) => all.Add(new RowResult(line, RowOutcome.AlreadyPresent, resource, []));

    /// <summary>The row is bad; nothing changes.</summary>
    /// <param name="line">Line in the sender's file.</param>
    /// <param name="violations">Why.</param>
    public void Refuse(long line, params IReadOnlyList<Violation> violations)
    {
        HasRefused = true;
        all.Add(new RowResult(line, RowOutcome.Refused, "", violations));
    }
}

/// <summary>What a chunk of rows will change: a service's own lists of records to write, and the results.</summary>
public interface IChunkPlan
{
    /// <summary>One result a row, in their order.</summary>
    ChunkResults Results { get; }
}

/// <summary>What a service does with the rows of one kind of import; everything else is <see cref="BulkImport{TDb}"/>.</summary>
/// <typeparam name="TSent">Row as sent.</typeparam>
/// <typeparam name="TRow">Row as checked.</typeparam>
/// <typeparam name="TPlan">What a chunk will change.</typeparam>
public interface IImportSteps<in TSent, TRow, TPlan>
    where TRow : ICheckedRow
    where TPlan : IChunkPlan
{
    /// <summary>Checks the next row of the file. Runs beside the writing of earlier rows: no database; state of the file may be kept.</summary>
    TRow Check(TSent sent);

    /// <summary>Looks up what the database knows of the rows and decides; writes nothing. Refused rows come along, for their results.</summary>
    /// <param name="rows">At most <see cref="ImportLimits.ChunkRows"/> rows, in the order of the file.</param>
    /// <param name="cancellationToken">Stops the look-ups.</param>
    Task<TPlan> PlanAsync(IReadOnlyList<TRow> rows, CancellationToken cancellationToken);

    /// <summary>Writes a plan, records and events, inside the open transaction.</summary>
    Task WriteAsync(TPlan plan, CancellationToken cancellationToken);
}

/// <summary>Limits of every import.</summary>
public static class ImportLimits
{
    /// <summary>Most rows of a message.</summary>
    public const int MessageRows = 1_000;

    /// <summary>Most rows of a transaction.</summary>
    public const int ChunkRows = 1_000;

    /// <summary>Most rows of an all-or-nothing import.</summary>
    public const int AllOrNothingRows = 200_000;
}
