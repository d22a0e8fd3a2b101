using AnSinh.ChildProtection.Children.Import;
using AnSinh.ChildProtection.Data;
using AnSinh.ChildProtection.Reading;
using AnSinh.Contracts.Common.V1;
using AnSinh.ServiceKit.Imports;
using Grpc.Core;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Children;

/// <summary>The gRPC face of the register: every rpc is one use case.</summary>
sealed class ChildGrpc(
    ChildBook book, ChildMessages messages, RegisterChild register, ChangeCircumstance circumstance, ChangeSupport support, ExitChild exit,
    ListChildren list, CountCircumstances count, BulkImport<ChildDb> bulk, ImportChildren import) : Wire.ChildService.ChildServiceBase
{
    /// <inheritdoc/>
    public override async Task<Wire.Child> RegisterChild(Wire.RegisterChildRequest request, ServerCallContext context) =>
        messages.ForCommand(await register.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Child> GetChild(Wire.GetChildRequest request, ServerCallContext context)
    {
        var child = await book.FindAsync(request.Name, "name", context.CancellationToken);
        ReadPurposes.Require(request.Purpose);
        return messages.ForReader(child, await book.PersonOfAsync(child, context.CancellationToken));
    }

    /// <inheritdoc/>
    public override Task<Wire.ListChildrenResponse> ListChildren(Wire.ListChildrenRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.GetCircumstanceCountsResponse> GetCircumstanceCounts(Wire.GetCircumstanceCountsRequest request, ServerCallContext context) =>
        count.RunAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.Child> BeginCircumstance(Wire.BeginCircumstanceRequest request, ServerCallContext context) =>
        messages.ForCommand(await circumstance.BeginAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Child> EndCircumstance(Wire.EndCircumstanceRequest request, ServerCallContext context) =>
        messages.ForCommand(await circumstance.EndAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Child> BeginSupport(Wire.BeginSupportRequest request, ServerCallContext context) =>
        messages.ForCommand(await support.BeginAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Child> EndSupport(Wire.EndSupportRequest request, ServerCallContext context) =>
        messages.ForCommand(await support.EndAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Child> ExitChild(Wire.ExitChildRequest request, ServerCallContext context) =>
        messages.ForCommand(await exit.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override Task ImportChildren(
        IAsyncStreamReader<Wire.ImportChildrenRequest> requestStream, IServerStreamWriter<ImportResponse> responseStream, ServerCallContext context) =>
        bulk.RunAsync(
            new ImportCall<Wire.ImportChildrenRequest, Wire.ChildRow>
            {
                Requests = requestStream,
                Responses = responseStream,
                Context = context,
                Options = request => request.Options,
                Rows = request => request.Rows?.Rows,
            },
            import);
}
