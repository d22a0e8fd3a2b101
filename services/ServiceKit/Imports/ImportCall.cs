using AnSinh.Contracts.Common.V1;
using AnSinh.ServiceKit.Errors;
using Grpc.Core;

namespace AnSinh.ServiceKit.Imports;

/// <summary>One call of an import rpc: its two streams, and where options and rows stand in its messages.</summary>
/// <typeparam name="TRequest">Message of the rpc.</typeparam>
/// <typeparam name="TSent">Row as sent.</typeparam>
public sealed record ImportCall<TRequest, TSent>
    where TRequest : class
{
    /// <summary>Messages: options first, then rows.</summary>
    public required IAsyncStreamReader<TRequest> Requests { get; init; }

    /// <summary>Where results go.</summary>
    public required IServerStreamWriter<ImportResponse> Responses { get; init; }

    /// <summary>The call.</summary>
    public required ServerCallContext Context { get; init; }

    /// <summary>The options of a message; null for one of rows.</summary>
    public required Func<TRequest, ImportOptions?> Options { get; init; }

    /// <summary>The rows of a message; null for one of options.</summary>
    public required Func<TRequest, IReadOnlyList<TSent>?> Rows { get; init; }

    /// <summary>Reads the first message.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>import.options_missing</c>, <c>import.mode_invalid</c>.</exception>
    internal async Task<ImportOptions> ReadOptionsAsync(CancellationToken cancellationToken)
    {
        if (!await Requests.MoveNext(cancellationToken) || Options(Requests.Current) is not { } options)
        {
            throw Refusal.Invalid("options", "import.options_missing", "Thông điệp đầu tiên phải là tùy chọn nhập.");
        }

        return Enum.IsDefined(options.Mode) ? options : throw Refusal.Invalid(
            "options.mode", "import.mode_invalid", "Chế độ nhập không đúng; cho phép: giữ dòng đúng, hoặc tất cả hoặc không.");
    }

    /// <summary>The rows of the message just read.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>import.options_repeated</c>, <c>import.message_too_long</c>.</exception>
    internal IReadOnlyList<TSent> CurrentRows()
    {
        if (Options(Requests.Current) is not null)
        {
            throw Refusal.Invalid("options", "import.options_repeated", "Tùy chọn chỉ được gửi một lần, ở thông điệp đầu tiên.");
        }

        var rows = Rows(Requests.Current) ?? [];
        return rows.Count <= ImportLimits.MessageRows ? rows : throw Refusal.Invalid(
            "rows", "import.message_too_long", $"Mỗi thông điệp chỉ được chứa tối đa {ImportLimits.MessageRows} dòng.");
    }
}
