using AnSinh.Contracts.Reporting.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace AnSinh.Reporting.Reports;

/// <summary>Stands outside the interceptor that makes a command one transaction, and has a report computed before it is published.</summary>
/// <param name="book">The reports.</param>
sealed class FreezeBeforehand(ReportBook book) : Interceptor
{
    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (request is PublishReportRequest asked)
        {
            await book.PrepareAsync(asked, context.CancellationToken);
        }

        return await continuation(request, context);
    }
}
