using System.Globalization;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Deadlines;

/// <summary>
/// Gives every unary call that names no deadline a default one (<c>Hosting:DefaultDeadlineSeconds</c>, 30; 0 for none), so that nobody
/// holds a connection, a scope or a lock for ever. Streams keep theirs: a bulk import or a subscription may last.
/// </summary>
/// <remarks>
/// The default is written into the request as if the client had sent it. gRPC's own deadline then does everything: the call's token is
/// cancelled, <c>ServerCallContext.Deadline</c> tells the time left, and the client gets DEADLINE_EXCEEDED even when the handler does
/// not listen. A context wrapped in an interceptor could do none of the last.
/// </remarks>
static class DefaultDeadline
{
    const string Header = "grpc-timeout";

    public static void UseDefaultDeadline(this IApplicationBuilder app, IConfiguration configuration)
    {
        var seconds = configuration.GetValue("Hosting:DefaultDeadlineSeconds", 30.0);
        if (seconds <= 0)
        {
            return;
        }

        // Milliseconds with at most 8 digits, as the protocol wants it: at most 27 hours.
        var timeout = Math.Min(Math.Ceiling(seconds * 1000), 99_999_999).ToString("F0", CultureInfo.InvariantCulture) + "m";
        app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is { Method.Type: MethodType.Unary })
            {
                context.Request.Headers.TryAdd(Header, timeout);
            }

            return next(context);
        });
    }
}
