using AnSinh.Contracts.Common.V1;
using Grpc.Core;

namespace AnSinh.ServiceKit.Imports;

/// <summary>Sends the results of an import and adds them up.</summary>
/// <param name="stream">Where they go.</param>
/// <param name="dryRun">Whether nothing is saved.</param>
sealed class ImportAnswers(IServerStreamWriter<ImportResponse> stream, bool dryRun)
{
    readonly ImportSummary summary = new() { DryRun = dryRun };

    /// <summary>Sends the results of some rows.</summary>
    public async Task SendAsync(IReadOnlyList<RowResult> results, CancellationToken cancellationToken)
    {
        foreach (var part in results.Chunk(ImportLimits.MessageRows))
        {
            var response = new ImportResponse();
            foreach (var result in part)
            {
                Count(result.Outcome);
                response.Results.Add(ToMessage(result));
            }

            await stream.WriteAsync(response, cancellationToken);
        }
    }

    /// <summary>Sends the totals.</summary>
    public Task SendSummaryAsync(CancellationToken cancellationToken) => stream.WriteAsync(new ImportResponse { Summary = summary }, cancellationToken);

    void Count(RowOutcome outcome)
    {
        summary.Received++;
        switch (outcome)
        {
            case RowOutcome.Recorded:
                summary.Recorded++;
                break;
            case RowOutcome.AlreadyPresent:
                summary.AlreadyPresent++;
                break;
            case RowOutcome.NotApplied:
                summary.NotApplied++;
                break;
            default:
                summary.Refused++;
                break;
        }
    }

    ImportRowResult ToMessage(RowResult result)
    {
        var message = new ImportRowResult { Line = result.Line, Outcome = (ImportOutcome)result.Outcome };
        if (result.Outcome == RowOutcome.AlreadyPresent || (result.Outcome == RowOutcome.Recorded && !summary.DryRun))
        {
            message.Resource = result.Resource;
        }

        foreach (var violation in result.Violations)
        {
            message.Violations.Add(new FieldViolation { Field = violation.Field, Reason = violation.Code, Description = violation.Message });
        }

        return message;
    }
}
