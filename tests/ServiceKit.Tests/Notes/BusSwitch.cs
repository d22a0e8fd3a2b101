using System.Collections.Concurrent;
using System.Reflection;
using AnSinh.ServiceKit.Messaging;
using MassTransit;

namespace AnSinh.ServiceKit.Tests.Notes;

/// <summary>Stands between the relay and the real bus: runs pass, get lost, are refused, or wait.</summary>
public sealed class BusSwitch
{
    /// <summary>What happens instead of publishing a run; null lets it pass to the real bus.</summary>
    public Func<EventRun, Task?> Instead { get; set; } = _ => null;

    /// <summary>Every run that the relay has tried to publish, in order.</summary>
    public ConcurrentQueue<EventRun> Tried { get; } = new();

    /// <summary>The bus takes everything and delivers nothing.</summary>
    public void LoseEverything() => Instead = _ => Task.CompletedTask;

    /// <summary>The broker is away: as with RabbitMQ, a publish waits without end and listens to nobody.</summary>
    public void WaitForEver() => Instead = _ => new TaskCompletionSource().Task;

    public IBus Over(IBus bus)
    {
        var proxy = DispatchProxy.Create<IBus, BusProxy>();
        ((BusProxy)(object)proxy).Connect(bus, this);
        return proxy;
    }
}

/// <summary>The bus that the relay sees.</summary>
public class BusProxy : DispatchProxy
{
    IBus bus = null!;
    BusSwitch way = null!;

    public void Connect(IBus real, BusSwitch through) => (bus, way) = (real, through);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (args is [EventRun run, ..])
        {
            way.Tried.Enqueue(run);
            if (way.Instead(run) is { } instead)
            {
                return instead;
            }
        }

        return targetMethod!.Invoke(bus, args);
    }
}
