using System.Diagnostics;
using System.Globalization;
using AnSinh.ServiceKit.Persistence;
using Google.Protobuf;
using Grpc.Core;

namespace AnSinh.ServiceKit.Commands;

/// <summary>Makes audit entries of calls.</summary>
static class AuditEntries
{
    /// <summary>The entry of a call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="actor">Account.</param>
    /// <param name="target">Resource concerned; no personal data.</param>
    /// <param name="outcome"><c>ok</c>, or the code of the refusal.</param>
    /// <param name="time">Clock.</param>
    public static AuditRow Of(ServerCallContext context, string actor, string target, string outcome, TimeProvider time) => new()
    {
        Id = TimeOrderedId.Next(time),
        At = time.GetUtcNow(),
        Actor = actor,
        Method = context.Method,
        Target = target,
        Outcome = outcome,
        Peer = context.Peer,
        TraceParent = Activity.Current?.Id ?? "",
    };

    /// <summary>The resource that a message names; empty where it names none.</summary>
    public static string Target(IMessage? message) =>
        message?.Descriptor.FindFieldByName("name") is { } name
            ? Convert.ToString(name.Accessor.GetValue(message), CultureInfo.InvariantCulture) ?? ""
            : "";
}
