using AnSinh.Contracts.Common.V1;
using AnSinh.ServiceKit.Imports;
using AnSinh.VocationalTraining.Data;
using Grpc.Core;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Enrolments.Import;

/// <summary>Imports enrolments from a stream.</summary>
/// <param name="import">What every import has in common.</param>
/// <param name="steps">What is done with rows.</param>
public sealed class ImportEnrolments(BulkImport<TrainingDb> import, EnrolmentImportSteps steps)
{
    /// <summary>Imports.</summary>
    /// <exception cref="ServiceKit.Errors.Refusal">As the rpc says.</exception>
    public Task RunAsync(
        IAsyncStreamReader<Wire.ImportEnrolmentsRequest> requests, IServerStreamWriter<ImportResponse> responses, ServerCallContext context) =>
        import.RunAsync(
            new ImportCall<Wire.ImportEnrolmentsRequest, Wire.EnrolmentRow>
            {
                Requests = requests,
                Responses = responses,
                Context = context,
                Options = request => request.Options,
                Rows = request => request.Rows?.Rows,
            },
            steps);
}
