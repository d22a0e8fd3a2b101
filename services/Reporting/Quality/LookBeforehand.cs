using AnSinh.Contracts.Reporting.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace AnSinh.Reporting.Quality;

/// <summary>
/// Stands outside the interceptor that makes a command one transaction, and lets the rules look first. Runs go one after another: of two
/// at once the one that looked earlier could keep its findings later, and open again what the other saw gone.
/// </summary>
/// <param name="look">What the rules see in this call.</param>
/// <param name="turn">Whose turn it is.</param>
sealed class LookBeforehand(QualityLook look, QualityTurn turn) : Interceptor
{
    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (request is not RunQualityChecksRequest asked)
        {
            return await continuation(request, context);
        }

        await turn.Gate.WaitAsync(context.CancellationToken);
        try
        {
            await look.LookAsync(asked, context.CancellationToken);
            return await continuation(request, context);
        }
        finally
        {
            turn.Gate.Release();
        }
    }
}

/// <summary>One run of quality checks at a time in a process.</summary>
sealed class QualityTurn : IDisposable
{
    /// <summary>Taken by the run whose turn it is.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <inheritdoc/>
    public void Dispose() => Gate.Dispose();
}
