using AnSinh.Contracts.Common.V1;
using Grpc.Core;
using Shouldly;

namespace AnSinh.SocialProtection.Tests.Hosting;

/// <summary>Sends an import and gathers what is said of its rows.</summary>
static class Importing
{
    /// <summary>Sends messages and reads all answers.</summary>
    public static async Task<(IReadOnlyList<ImportRowResult> Rows, ImportSummary Summary)> SendAsync<TRequest>(
        AsyncDuplexStreamingCall<TRequest, ImportResponse> call, params IEnumerable<TRequest> messages)
    {
        try
        {
            foreach (var message in messages)
            {
                await call.RequestStream.WriteAsync(message);
            }

            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The server has refused the call while it was still being sent; the answers below say why.
        }

        var rows = new List<ImportRowResult>();
        ImportSummary? summary = null;
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
        {
            rows.AddRange(answer.Results);
            summary = answer.Summary ?? summary;
        }

        return (rows, summary.ShouldNotBeNull());
    }

    /// <summary>The one refusal of a row.</summary>
    public static void ShouldBeRefused(this ImportRowResult row, string code)
    {
        row.Outcome.ShouldBe(ImportOutcome.Refused);
        row.Violations.Select(violation => violation.Reason).ShouldContain(code);
    }
}
