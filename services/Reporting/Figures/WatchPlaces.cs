using AnSinh.ServiceKit.Errors;
using Microsoft.Extensions.Options;

namespace AnSinh.Reporting.Figures;

/// <summary>
/// The places of those who follow figures, and how many of them may compute at a time: however many there are, they never take the whole
/// machine from the others.
/// </summary>
/// <param name="options">The limits.</param>
public sealed class WatchPlaces(IOptions<WatchOptions> options) : IDisposable
{
    readonly SemaphoreSlim computing = new(Math.Max(1, Environment.ProcessorCount / 2));
    int taken;

    /// <summary>Places that are taken.</summary>
    public int Taken => Volatile.Read(ref taken);

    /// <summary>Takes a place; disposing gives it back.</summary>
    /// <exception cref="Refusal">RESOURCE_EXHAUSTED <c>watch.too_many</c>.</exception>
    public IDisposable Take()
    {
        var place = new Place(this);
        if (Interlocked.Increment(ref taken) <= options.Value.MostWatchers)
        {
            return place;
        }

        place.Dispose();
        throw Refusal.Exhausted("watch.too_many", $"Đã có {options.Value.MostWatchers} lượt theo dõi cùng lúc, là mức nhiều nhất; hãy thử lại khi có lượt kết thúc.");
    }

    /// <summary>Computes when it is this watcher's turn.</summary>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> compute, CancellationToken cancellationToken)
    {
        await computing.WaitAsync(cancellationToken);
        try
        {
            return await compute();
        }
        finally
        {
            computing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => computing.Dispose();

    sealed class Place(WatchPlaces places) : IDisposable
    {
        int given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref given, 1) == 0)
            {
                Interlocked.Decrement(ref places.taken);
            }
        }
    }
}
