using System.Globalization;
using System.Text;
using AnSinh.Contracts.Payments.V1;
using Google.Protobuf;
using Grpc.Core;
using Date = Google.Type.Date;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Takes a payment run from the draft to closed: one account prepares, another approves, the post office returns every line as paid.</summary>
/// <param name="context">Accounts and names.</param>
/// <param name="service">gRPC service of the runs, such as <c>ansinh.protection.v1.TopUpPaymentService</c>; its messages are those of benefit payments.</param>
public sealed class PaymentRunSteps(LoadContext context, string service)
{
    const int PieceLength = 256 * 1024;

    /// <summary>Pays a month in the whole province. A run that was paid before stays as it is.</summary>
    /// <param name="month">Any day of the month.</param>
    /// <param name="paidOn">Day of payment.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>The run.</returns>
    public async Task<PaymentRun> PayAsync(DateOnly month, DateOnly paidOn, CancellationToken cancellationToken)
    {
        var step = string.Create(CultureInfo.InvariantCulture, $"{service} {month:yyyy-MM}");
        var run = await CallAsync<PreparePaymentRunRequest, PaymentRun>(
            context.Official, "PreparePaymentRun",
            new PreparePaymentRunRequest { AreaCode = context.Province, Month = new Date { Year = month.Year, Month = month.Month }, RequestId = context.RequestId(step + " prepare") },
            cancellationToken);
        run = await AdvanceAsync(context.Official, "LockPaymentRun", run, step, cancellationToken);
        run = await AdvanceAsync(context.Approver, "ApprovePaymentRun", run, step, cancellationToken);
        run = await AdvanceAsync(context.Official, "SendPaymentRun", run, step, cancellationToken);
        await ReturnAsync(run, await ExportAsync(run, cancellationToken), paidOn, cancellationToken);
        run = await CallAsync<GetPaymentRunRequest, PaymentRun>(context.Official, "GetPaymentRun", new GetPaymentRunRequest { Name = run.Name }, cancellationToken);
        return run.State == PaymentRunState.Reconciled ? await AdvanceAsync(context.Official, "ClosePaymentRun", run, step, cancellationToken) : run;
    }

    Task<PaymentRun> AdvanceAsync(CallInvoker account, string method, PaymentRun run, string step, CancellationToken cancellationToken) =>
        CallAsync<AdvancePaymentRunRequest, PaymentRun>(
            account, method, new AdvancePaymentRunRequest { Name = run.Name, Etag = run.Etag, RequestId = context.RequestId($"{step} {method}") }, cancellationToken);

    async Task<string> ExportAsync(PaymentRun run, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        using var call = context.Official.AsyncServerStreamingCall(
            Method<ExportPaymentFileRequest, ExportPaymentFileResponse>(MethodType.ServerStreaming, "ExportPaymentFile"), null,
            new CallOptions(cancellationToken: cancellationToken), new ExportPaymentFileRequest { Name = run.Name, Kind = PaymentFileKind.Post });
        await foreach (var piece in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            text.Append(piece.Text);
        }

        return text.ToString();
    }

    /// <summary>Answers a payment file as the post office does when everybody was paid.</summary>
    async Task ReturnAsync(PaymentRun run, string file, DateOnly paidOn, CancellationToken cancellationToken)
    {
        using var call = context.Official.AsyncClientStreamingCall(
            Method<ImportReturnFileRequest, ReturnFileResult>(MethodType.ClientStreaming, "ImportReturnFile"), null, new CallOptions(cancellationToken: cancellationToken));
        var text = PostOffice.AllPaid(file, paidOn);
        for (var at = 0; at < text.Length; at += PieceLength)
        {
            var piece = new ImportReturnFileRequest { Text = text.Substring(at, Math.Min(PieceLength, text.Length - at)) };
            if (at == 0)
            {
                (piece.Name, piece.Mode, piece.FileName) = (run.Name, ReturnFileMode.Strict, context.Scenario.Name + ".csv");
            }

            await call.RequestStream.WriteAsync(piece, cancellationToken);
        }

        await call.RequestStream.CompleteAsync();
        await call;
    }

    async Task<TResponse> CallAsync<TRequest, TResponse>(CallInvoker account, string method, TRequest request, CancellationToken cancellationToken)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new() =>
        await account.AsyncUnaryCall(Method<TRequest, TResponse>(MethodType.Unary, method), null, new CallOptions(cancellationToken: cancellationToken), request);

    Method<TRequest, TResponse> Method<TRequest, TResponse>(MethodType type, string method)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new() =>
        new(type, service, method, Wire<TRequest>.Marshaller, Wire<TResponse>.Marshaller);

    static class Wire<TMessage>
        where TMessage : class, IMessage<TMessage>, new()
    {
        static readonly MessageParser<TMessage> parser = new(() => new TMessage());

        public static readonly Marshaller<TMessage> Marshaller = Marshallers.Create(message => message.ToByteArray(), parser.ParseFrom);
    }
}
