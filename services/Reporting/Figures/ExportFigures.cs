using System.Buffers;
using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Errors;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace AnSinh.Reporting.Figures;

/// <summary>Writes the answer to a question as a file.</summary>
/// <param name="reader">Reads the question.</param>
/// <param name="pieces">Computes the pieces.</param>
/// <param name="apart">Computes what is kept apart.</param>
/// <param name="keeping">Whether answers are kept.</param>
/// <param name="options">Limits.</param>
/// <param name="time">Clock.</param>
public sealed class ExportFigures(
    QuestionReader reader, FigurePieces pieces, ApartFigures apart, AnswerKeeping keeping, IOptions<ExportOptions> options, TimeProvider time)
{
    // A file is written as it is computed and costs no memory, but one of SDMX-JSON, whose dimensions stand before its observations.
    const long MostCells = 500_000;
    const long MostObservations = QueryFigures.MostCells;
    const int LargestPiece = 64 * 1024;

    /// <summary>Writes the file.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task RunAsync(ExportFiguresRequest request, IServerStreamWriter<ExportFiguresResponse> stream, CancellationToken cancellationToken)
    {
        keeping.Stop();
        var asked = pieces.AtOneMoment(await reader.ReadAsync(
            request.Question, request.Format == FigureFormat.SdmxJson ? MostObservations : MostCells, "Hãy chia câu hỏi theo kỳ hoặc theo địa bàn, hoặc gọi StreamFigures.", cancellationToken));
        var now = time.GetUtcNow();
        IFigureFile file = request.Format switch
        {
            FigureFormat.SdmxJson => new SdmxFile(asked, now),
            FigureFormat.Csv => new CsvFile(asked),
            FigureFormat.Json => new JsonFile(),
            FigureFormat.Xlsx => new ExcelFile(asked, options.Value.LinesInSheet),
            _ => throw Refusal.Invalid("format", "format.missing", "Chưa chọn định dạng tệp; cho phép: FIGURE_FORMAT_SDMX_JSON, FIGURE_FORMAT_CSV, FIGURE_FORMAT_JSON, FIGURE_FORMAT_XLSX."),
        };
        var name = string.Create(CultureInfo.InvariantCulture, $"so-lieu-{asked.View.AsOf ?? now:yyyyMMdd'T'HHmmss'Z'}{file.Extension}");
        await stream.WriteAsync(new ExportFiguresResponse { ContentType = file.ContentType, FileName = name }, cancellationToken);
        var buffer = new ArrayBufferWriter<byte>();
        file.Begin(buffer);
        await foreach (var rows in pieces.ReadAsync(asked, cancellationToken))
        {
            file.Add(rows, buffer);
            await WriteAsync(stream, buffer, cancellationToken);
        }

        await foreach (var units in apart.ReadAsync(asked, asked.Periods, cancellationToken))
        {
            file.AddApart(units, buffer);
            await WriteAsync(stream, buffer, cancellationToken);
        }

        file.End(buffer);
        await WriteAsync(stream, buffer, cancellationToken);
    }

    static async Task WriteAsync(IServerStreamWriter<ExportFiguresResponse> stream, ArrayBufferWriter<byte> buffer, CancellationToken cancellationToken)
    {
        for (var at = 0; at < buffer.WrittenCount; at += LargestPiece)
        {
            var data = ByteString.CopyFrom(buffer.WrittenSpan.Slice(at, Math.Min(LargestPiece, buffer.WrittenCount - at)));
            await stream.WriteAsync(new ExportFiguresResponse { Data = data }, cancellationToken);
        }

        buffer.ResetWrittenCount();
    }
}
