using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Errors;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace AnSinh.Reporting.Figures;

/// <summary>Answers a very large question as a stream; the next piece is computed when the caller has taken the one before.</summary>
/// <param name="reader">Reads the question.</param>
/// <param name="pieces">Computes the pieces.</param>
/// <param name="apart">Computes what is kept apart.</param>
/// <param name="freshness">How fresh the figures are.</param>
/// <param name="keeping">Whether answers are kept.</param>
public sealed class StreamFigures(QuestionReader reader, FigurePieces pieces, ApartFigures apart, Freshness freshness, AnswerKeeping keeping)
{
    const long MostCells = 2_000_000;

    /// <summary>Answers.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task RunAsync(StreamFiguresRequest request, IServerStreamWriter<StreamFiguresResponse> stream, CancellationToken cancellationToken)
    {
        keeping.Stop();
        var asked = pieces.AtOneMoment(await reader.ReadAsync(request.Question, MostCells, "Hãy chia câu hỏi theo kỳ hoặc theo địa bàn.", cancellationToken));
        var head = new StreamFiguresResponse
        {
            AsOf = asked.View.AsOf is { } moment ? Timestamp.FromDateTimeOffset(moment) : null,
            Cells = asked.Cells,
            Freshness = { await freshness.ListAsync(cancellationToken) },
        };
        await stream.WriteAsync(head, cancellationToken);
        await foreach (var rows in pieces.ReadAsync(asked, cancellationToken))
        {
            await stream.WriteAsync(new StreamFiguresResponse { Rows = { rows } }, cancellationToken);
        }

        await foreach (var units in apart.ReadAsync(asked, asked.Periods, cancellationToken))
        {
            await stream.WriteAsync(new StreamFiguresResponse { KeptApart = { units } }, cancellationToken);
        }
    }
}
