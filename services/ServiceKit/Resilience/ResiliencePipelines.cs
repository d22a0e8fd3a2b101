using Grpc.Core;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace AnSinh.ServiceKit.Resilience;

/// <summary>Builds the pipeline for unary calls to one target: total time → retry → breaker; the time of one try is kept by <see cref="ResilientCall{TRequest, TResponse}"/>.</summary>
static class ResiliencePipelines
{
    /// <summary>Only UNAVAILABLE is worth a repetition, and only it says something about the target.</summary>
    static readonly PredicateBuilder<object> unavailable = new PredicateBuilder<object>().Handle<RpcException>(fault => fault.StatusCode == StatusCode.Unavailable);

    public static ResiliencePipeline Build(ResilienceOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        builder.AddTimeout(TimeSpan.FromSeconds(options.TotalSeconds));
        if (options.Attempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = unavailable,
                MaxRetryAttempts = options.Attempts - 1,
                DelayGenerator = retry => ValueTask.FromResult<TimeSpan?>(FullJitter(options, retry.AttemptNumber)),
            });
        }

        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = unavailable,
                FailureRatio = options.BreakerFailureRatio,
                MinimumThroughput = options.BreakerMinimumTries,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(options.BreakerSeconds),
            })
            .Build();
    }

    // Spread over the whole interval: many callers that failed together do not come back together.
    static TimeSpan FullJitter(ResilienceOptions options, int retry) =>
        TimeSpan.FromSeconds(options.BaseDelaySeconds * Math.Pow(2, retry) * Random.Shared.NextDouble());
}
