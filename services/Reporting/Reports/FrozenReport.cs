using System.Text.Encodings.Web;
using System.Text.Json;
using AnSinh.Reporting.Data;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Reports;

/// <summary>
/// All that a published report was made from. Its documents are made anew from this alone and compared with the checksums, so that a
/// layout that has changed can never pass for the published one.
/// </summary>
sealed record FrozenReport
{
    static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required ReportContent Content { get; init; }

    /// <summary>Version of the layout (<see cref="ReportDocuments.Layout"/>).</summary>
    public required int Layout { get; init; }

    /// <summary>SHA-256 of each form of the document, in small hexadecimal digits, by name of the format.</summary>
    public required IReadOnlyDictionary<string, string> Checksums { get; init; }

    /// <summary>The template as it was.</summary>
    public required string TemplateText { get; init; }

    /// <summary>The narrative parts by key.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>Day up to which a preliminary report had figures; null for others.</summary>
    public DateOnly? PreliminaryOn { get; init; }

    /// <summary>SHA-256 over the definitions of the whole catalogue.</summary>
    public required string CatalogueChecksum { get; init; }

    /// <summary>Definitions of the indicators in it, by code.</summary>
    public required IReadOnlyDictionary<string, string> Definitions { get; init; }

    /// <summary>The plans that it prints or decides by.</summary>
    public required IReadOnlyList<FrozenPlanVersion> Plans { get; init; }

    /// <summary>Up to where each source had been booked.</summary>
    public required IReadOnlyList<FrozenSource> Sources { get; init; }

    /// <summary>The reports that it was put together from.</summary>
    public required IReadOnlyList<FrozenPart> Parts { get; init; }

    /// <summary>The survey figures that its figures were computed from.</summary>
    public IReadOnlyList<FrozenEntry> Entered { get; init; } = [];

    /// <summary>Whether an event of a source had been booked: it had come by then, and was not parked.</summary>
    public bool HadBooked(string source, long sequence) =>
        Sources.Any(one => one.Source == source && sequence <= one.BookedSequence && Array.BinarySearch(one.Unbooked, sequence) < 0);

    /// <summary>The rows in which a report is kept.</summary>
    public IEnumerable<FrozenRow> ToRows(Guid reportId) => JsonSerializer.SerializeToUtf8Bytes(this, Form).Chunk(FrozenRow.MostBytes)
        .Select((data, ordinal) => new FrozenRow { ReportId = reportId, Ordinal = ordinal, Data = data });

    /// <summary>What was kept of a report.</summary>
    public static async Task<FrozenReport> ReadAsync(ReportingDb db, Guid reportId, CancellationToken cancellationToken)
    {
        var rows = await db.Set<FrozenRow>().AsNoTracking().Where(row => row.ReportId == reportId).OrderBy(row => row.Ordinal).Select(row => row.Data).ToListAsync(cancellationToken);
        return JsonSerializer.Deserialize<FrozenReport>(rows.SelectMany(data => data).ToArray(), Form)
            ?? throw new InvalidOperationException($"Nothing is kept of the published report {reportId}.");
    }
}

/// <summary>A plan as it was.</summary>
sealed record FrozenPlanVersion(string Indicator, int Version, string Target, string LegalBasis);

/// <summary>How fresh the figures were with respect to a source.</summary>
sealed record FrozenSource(string Source, long BookedSequence, long HeadSequence, DateTimeOffset? BookedThrough, long Parked)
{
    /// <summary>Sequence numbers, ascending, of the events that were parked: what is booked of them later is in no figure of the report.</summary>
    public long[] Unbooked { get; init; } = [];
}

/// <summary>A report that another was put together from.</summary>
sealed record FrozenPart(string AreaCode, string Name, int Edition);
