using AnSinh.Contracts.Common.V1;
using AnSinh.VocationalTraining.Enrolments.Import;
using Grpc.Core;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Enrolments;

/// <summary>The gRPC face of enrolments: every rpc is one use case.</summary>
/// <param name="book">Finds records.</param>
/// <param name="enrol">Enrols.</param>
/// <param name="transfer">Transfers.</param>
/// <param name="end">Completes and drops out.</param>
/// <param name="voiding">Voids.</param>
/// <param name="list">Lists.</param>
/// <param name="import">Imports.</param>
/// <param name="messages">Enrolments as messages.</param>
public sealed class EnrolmentGrpc(
    EnrolmentBook book, EnrolTrainee enrol, TransferTrainee transfer, EndTraining end, VoidEnrolment voiding, ListEnrolments list,
    ImportEnrolments import, EnrolmentMessages messages) : Wire.EnrolmentService.EnrolmentServiceBase
{
    /// <inheritdoc/>
    public override async Task<Wire.Enrolment> EnrolTrainee(Wire.EnrolTraineeRequest request, ServerCallContext context) =>
        await messages.ForCommandAsync(await enrol.RunAsync(request, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.Enrolment> GetEnrolment(Wire.GetEnrolmentRequest request, ServerCallContext context)
    {
        var enrolment = await book.FindAsync(request.Name, "name", context.CancellationToken);
        return messages.ForQuery(enrolment, await book.TraineeAsync(enrolment, context.CancellationToken));
    }

    /// <inheritdoc/>
    public override Task<Wire.ListEnrolmentsResponse> ListEnrolments(Wire.ListEnrolmentsRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.Enrolment> TransferTrainee(Wire.TransferTraineeRequest request, ServerCallContext context) =>
        await messages.ForCommandAsync(await transfer.RunAsync(request, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.Enrolment> RecordDropout(Wire.RecordDropoutRequest request, ServerCallContext context) =>
        await messages.ForCommandAsync(await end.DropOutAsync(request, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.Enrolment> CompleteTraining(Wire.CompleteTrainingRequest request, ServerCallContext context) =>
        await messages.ForCommandAsync(await end.CompleteAsync(request, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.Enrolment> VoidEnrolment(Wire.VoidEnrolmentRequest request, ServerCallContext context) =>
        await messages.ForCommandAsync(await voiding.RunAsync(request, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override Task ImportEnrolments(
        IAsyncStreamReader<Wire.ImportEnrolmentsRequest> requestStream, IServerStreamWriter<ImportResponse> responseStream, ServerCallContext context) =>
        import.RunAsync(requestStream, responseStream, context);
}
