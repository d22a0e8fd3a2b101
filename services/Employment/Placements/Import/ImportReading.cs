using System.Threading.Channels;
using AnSinh.Contracts.Common.V1;
using AnSinh.ServiceKit.Errors;
using Grpc.Core;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Placements.Import;

/// <summary>Reads the messages of an import: options first, then rows.</summary>
static class ImportReading
{
    /// <summary>Most rows of a message.</summary>
    public const int MessageRows = 1_000;

    /// <summary>Reads messages to the end of the stream and queues their rows, checked. A fault goes to whoever reads the queue.</summary>
    public static async Task ReadAsync(
        IAsyncStreamReader<Wire.ImportPlacementsRequest> requests, ChannelWriter<List<ImportRow>> queue, RowChecks checks, CancellationToken cancellationToken)
    {
        try
        {
            while (await requests.MoveNext(cancellationToken))
            {
                await queue.WriteAsync([.. RowsOf(requests.Current).Select(checks.Check)], cancellationToken);
            }

            queue.Complete();
        }
        catch (Exception fault)
        {
            queue.Complete(fault);
        }
    }

    static IEnumerable<Wire.PlacementRow> RowsOf(Wire.ImportPlacementsRequest request)
    {
        if (request.ContentCase == Wire.ImportPlacementsRequest.ContentOneofCase.Options)
        {
            throw Refusal.Invalid("options", "import.options_repeated", "Tùy chọn chỉ được gửi một lần, ở thông điệp đầu tiên.");
        }

        var rows = request.Rows?.Rows ?? [];
        return rows.Count <= MessageRows ? rows : throw Refusal.Invalid(
            "rows", "import.message_too_long", $"Mỗi thông điệp chỉ được chứa tối đa {MessageRows} dòng.");
    }

    /// <summary>Reads the first message.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>import.options_missing</c>, <c>import.mode_invalid</c>.</exception>
    public static async Task<ImportOptions> OptionsAsync(IAsyncStreamReader<Wire.ImportPlacementsRequest> requests, CancellationToken cancellationToken)
    {
        if (!await requests.MoveNext(cancellationToken) || requests.Current.Options is not { } options)
        {
            throw Refusal.Invalid("options", "import.options_missing", "Thông điệp đầu tiên phải là tùy chọn nhập.");
        }

        if (!Enum.IsDefined(options.Mode))
        {
            throw Refusal.Invalid("options.mode", "import.mode_invalid", "Chế độ nhập không đúng; cho phép: giữ dòng đúng, hoặc tất cả hoặc không.");
        }

        return options;
    }
}
