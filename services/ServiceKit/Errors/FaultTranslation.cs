using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AnSinh.ServiceKit.Errors;

/// <summary>What each kind of exception means to the caller of an rpc.</summary>
/// <param name="draining">Whether the process is stopping.</param>
/// <param name="time">Clock, to tell a passed deadline from a caller who went away.</param>
/// <param name="logger">Where faults are written, with the error id that the caller gets.</param>
public sealed partial class FaultTranslation(Draining draining, TimeProvider time, ILogger<ErrorInterceptor> logger)
{
    /// <summary>Turns an exception of a call into the status that the caller gets; logs it when it is a fault.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="context">The call.</param>
    public RpcException Translate(Exception fault, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return fault switch
        {
            RpcException status => status,
            Refusal refusal => refusal.ToRpcException(),

            // A cancelled call shows up as whatever its current await throws: SqlException, IOException, OperationCanceledException.
            _ when context.CancellationToken.IsCancellationRequested => Ended(context),
            OperationCanceledException when draining.Token.IsCancellationRequested =>
                Refusal.Unavailable("host.stopping", "Máy chủ đang dừng; hãy gửi lại yêu cầu sau ít phút.").ToRpcException(),
            DbUpdateConcurrencyException => Refusal.Conflict(
                "etag.mismatch", "Bản ghi đã được người khác thay đổi sau khi quý vị xem; hãy đọc lại rồi quyết định.", null).ToRpcException(),
            InvalidProtocolBufferException =>
                new Refusal(RefusalKind.Invalid, "request.malformed", "Yêu cầu không đúng định dạng protobuf.").ToRpcException(),
            _ when DatabaseFaults.MeansTooLong(fault) => Refusal.Invalid(
                "", "text.too_long", "Một trường chữ dài hơn giới hạn lưu trữ (thường là 200 ký tự); hãy rút ngắn rồi gửi lại.").ToRpcException(),
            _ when DatabaseFaults.MeansAway(fault) => DatabaseUnavailable(fault, context),
            _ => Fault(fault, context),
        };
    }

    RpcException Ended(ServerCallContext context) => time.GetUtcNow().UtcDateTime >= context.Deadline
        ? new RpcException(new Grpc.Core.Status(StatusCode.DeadlineExceeded, "Hết thời hạn của yêu cầu."))
        : new RpcException(new Grpc.Core.Status(StatusCode.Cancelled, "Yêu cầu đã bị hủy."));

    // The commit may or may not have happened: the same request id settles it.
    RpcException DatabaseUnavailable(Exception fault, ServerCallContext context)
    {
        LogDatabase(fault, context.Method);
        if (DatabaseFaults.MeansFull(fault))
        {
            return Refusal.Unavailable(
                "database.full", "Ổ đĩa của cơ sở dữ liệu đã đầy, chưa ghi gì; khi quản trị viên đã giải phóng chỗ, hãy gửi lại đúng yêu cầu này.").ToRpcException();
        }

        return Refusal.Unavailable("database.unavailable", "Cơ sở dữ liệu tạm thời không sẵn sàng; hãy gửi lại đúng yêu cầu này.").ToRpcException();
    }

    RpcException Fault(Exception fault, ServerCallContext context)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        LogFault(fault, context.Method, id);
        var info = new ErrorInfo { Type = "internal", Domain = Refusal.Domain };
        info.Metadata["error_id"] = id;
        return RichStatus.ToRpcException(new Google.Rpc.Status
        {
            Code = (int)StatusCode.Internal,
            Message = $"Lỗi nội bộ; mã lỗi {id}. Hãy báo mã này cho quản trị viên.",
            Details = { Any.Pack(info) },
        });
    }

    [LoggerMessage(LogLevel.Error, "{Method} failed, error id {ErrorId}")]
    partial void LogFault(Exception fault, string method, string errorId);

    [LoggerMessage(LogLevel.Error, "{Method}: the database does not answer")]
    partial void LogDatabase(Exception fault, string method);
}
