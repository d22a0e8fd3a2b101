using AnSinh.Contracts.Common.V1;
using Grpc.Core;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>An import whose rows are not records of the scenario of their own, so that the progress does not count them.</summary>
static class QuietImport
{
    /// <summary>Sends rows and reads their results while sending.</summary>
    /// <exception cref="InvalidOperationException">A row was refused: its line and why.</exception>
    public static async Task SendAsync<TRequest>(
        AsyncDuplexStreamingCall<TRequest, ImportResponse> call, Func<ImportOptions, TRequest> options, IEnumerable<TRequest> rows, LoadContext context, string file,
        CancellationToken cancellationToken)
    {
        var sending = SendAsync(call.RequestStream, options(new ImportOptions { Mode = ImportMode.KeepGood, FileName = file }), rows, cancellationToken);
        await foreach (var response in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            LoadContext.RequireGood(response.Results);
            context.Count(response.Summary);
        }

        await sending;
    }

    static async Task SendAsync<TRequest>(IClientStreamWriter<TRequest> stream, TRequest first, IEnumerable<TRequest> rows, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(first, cancellationToken);
        foreach (var message in rows)
        {
            await stream.WriteAsync(message, cancellationToken);
        }

        await stream.CompleteAsync();
    }
}
