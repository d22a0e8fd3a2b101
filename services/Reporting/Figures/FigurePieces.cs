using System.Runtime.CompilerServices;
using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Figures;

/// <summary>A large answer in pieces: computed one after the other, all as known at one moment, so that they fit together.</summary>
/// <param name="rows">Computes rows.</param>
/// <param name="time">Clock.</param>
public sealed class FigurePieces(FigureRows rows, TimeProvider time)
{
    const int LinesInPiece = 500;

    // With members a line may have many rows; a message stays well below the 4 MiB that clients take.
    const int MostRows = 2_000;

    /// <summary>
    /// The question with its moment: that of its view, or now; none for an answer of one piece, which shows one state anyhow. What was saved
    /// at its source before that moment and is booked while the answer is computed can still show in later pieces; the freshness says
    /// whether anything was on its way.
    /// </summary>
    public AskedFigures AtOneMoment(AskedFigures asked) => asked.Cells <= LinesInPiece
        ? asked
        : asked with { View = asked.View with { AsOf = asked.View.AsOf ?? time.GetUtcNow() } };

    /// <summary>The pieces; none is computed before it is asked for.</summary>
    public async IAsyncEnumerable<IReadOnlyList<FigureRow>> ReadAsync(AskedFigures asked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var lines in asked.Lines().Chunk(LinesInPiece))
        {
            foreach (var piece in (await rows.OfAsync(asked, lines, cancellationToken)).SelectMany(line => line).Chunk(MostRows))
            {
                yield return piece;
            }
        }
    }
}
