using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace AnSinh.ServiceKit.Errors;

/// <summary>
/// Writes refusals as google.rpc.Status with details, and reads them back. ErrorInfo's field 1 is <c>reason</c> in the published message;
/// the package at hand still calls the same field <c>Type</c>.
/// </summary>
static class RichStatus
{
    /// <summary>The trailer that carries google.rpc.Status by gRPC's convention.</summary>
    public const string Trailer = "grpc-status-details-bin";

    /// <summary>The trailer by which a server tells gRPC's own retry policies how many milliseconds to wait (gRFC A6).</summary>
    const string Pushback = "grpc-retry-pushback-ms";

    // Clients bound the headers they accept, grpc-js to 8 KiB in all; base64 adds a third.
    const int MaxViolations = 20;
    const int MaxText = 300;
    const int MaxBytes = 5000;

    static readonly Dictionary<RefusalKind, StatusCode> codes = new()
    {
        [RefusalKind.Invalid] = StatusCode.InvalidArgument,
        [RefusalKind.NotFound] = StatusCode.NotFound,
        [RefusalKind.AlreadyExists] = StatusCode.AlreadyExists,
        [RefusalKind.FailedPrecondition] = StatusCode.FailedPrecondition,
        [RefusalKind.Denied] = StatusCode.PermissionDenied,
        [RefusalKind.Unauthenticated] = StatusCode.Unauthenticated,
        [RefusalKind.Conflict] = StatusCode.Aborted,
        [RefusalKind.Exhausted] = StatusCode.ResourceExhausted,
        [RefusalKind.Unavailable] = StatusCode.Unavailable,
    };

    static readonly Dictionary<StatusCode, RefusalKind> kinds = codes.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static Google.Rpc.Status Write(Refusal refusal)
    {
        var info = new ErrorInfo { Type = refusal.Code, Domain = Refusal.Domain };
        info.Metadata.Add(refusal.Metadata.ToDictionary());
        var status = new Google.Rpc.Status { Code = (int)codes[refusal.Kind], Message = Shorten(refusal.Message) };
        status.Details.Add(Any.Pack(info));
        if (refusal.Kind == RefusalKind.FailedPrecondition)
        {
            var failure = new PreconditionFailure();
            failure.Violations.Add(new PreconditionFailure.Types.Violation { Type = refusal.Code, Description = Shorten(refusal.Message) });
            status.Details.Add(Any.Pack(failure));
        }

        if (refusal.Violations.Count > 0)
        {
            AddViolations(status, info, refusal.Violations);
        }

        AddQuota(status, refusal);
        return status;
    }

    static void AddQuota(Google.Rpc.Status status, Refusal refusal)
    {
        if (refusal.RetryAfter is { } wait)
        {
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) }));
        }

        if (refusal.Kind == RefusalKind.Exhausted && refusal.Metadata.TryGetValue(Refusal.QuotaKey, out var quota))
        {
            var failure = new QuotaFailure();
            failure.Violations.Add(new QuotaFailure.Types.Violation { Subject = quota, Description = Shorten(refusal.Message) });
            status.Details.Add(Any.Pack(failure));
        }
    }

    // BadRequest of the packaged google.rpc has no reason field, so the codes travel in ErrorInfo.metadata, field → code, in pairs of
    // equal position where a field breaks several rules.
    static void AddViolations(Google.Rpc.Status status, ErrorInfo info, IReadOnlyList<Violation> violations)
    {
        var request = new BadRequest();
        var size = status.CalculateSize();
        foreach (var violation in violations.Take(MaxViolations))
        {
            var field = new BadRequest.Types.FieldViolation { Field = violation.Field, Description = Shorten(violation.Message) };
            size += field.CalculateSize() + violation.Field.Length + violation.Code.Length + 8;
            if (request.FieldViolations.Count > 0 && size > MaxBytes)
            {
                break;
            }

            request.FieldViolations.Add(field);
            info.Metadata[violation.Field] = info.Metadata.TryGetValue(violation.Field, out var before) ? $"{before},{violation.Code}" : violation.Code;
        }

        status.Details[0] = Any.Pack(info);
        status.Details.Add(Any.Pack(request));
    }

    public static RpcException ToRpcException(Google.Rpc.Status status)
    {
        var trailers = new Metadata { { Trailer, status.ToByteArray() } };
        if (Detail<RetryInfo>(status) is { RetryDelay: { } wait })
        {
            trailers.Add(Pushback, Math.Ceiling(wait.ToTimeSpan().TotalMilliseconds).ToString("F0", CultureInfo.InvariantCulture));
        }

        return new RpcException(new Grpc.Core.Status((StatusCode)status.Code, status.Message), trailers, status.Message);
    }

    public static Google.Rpc.Status? Find(RpcException exception)
    {
        if (exception.Trailers.FirstOrDefault(entry => entry.Key == Trailer) is not { IsBinary: true } entry)
        {
            return null;
        }

        try
        {
            return Google.Rpc.Status.Parser.ParseFrom(entry.ValueBytes);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    public static Refusal? Read(Google.Rpc.Status status)
    {
        if (Detail<ErrorInfo>(status) is not { Domain: Refusal.Domain } info || !kinds.TryGetValue((StatusCode)status.Code, out var kind))
        {
            return null;
        }

        var metadata = info.Metadata.ToDictionary();
        var violations = new List<Violation>();
        foreach (var field in Detail<BadRequest>(status)?.FieldViolations ?? [])
        {
            var position = violations.Count(earlier => earlier.Field == field.Field);
            violations.Add(new Violation(field.Field, info.Metadata[field.Field].Split(',')[position], field.Description));
            metadata.Remove(field.Field);
        }

        return new Refusal(kind, info.Type, status.Message)
        {
            Violations = violations,
            Metadata = metadata,
            RetryAfter = Detail<RetryInfo>(status)?.RetryDelay?.ToTimeSpan(),
        };
    }

    static T? Detail<T>(Google.Rpc.Status status) where T : class, IMessage<T>, new()
    {
        var descriptor = new T().Descriptor;
        return status.Details.FirstOrDefault(detail => detail.Is(descriptor))?.Unpack<T>();
    }

    static string Shorten(string text) => text.Length <= MaxText ? text : text[..(MaxText - 1)] + "…";
}
