using AnSinh.ServiceKit.Errors;

namespace AnSinh.ServiceKit.Commands;

/// <summary>A refusal that comes from the log of answers and must not be logged there again.</summary>
sealed class RepeatedRefusal : Refusal
{
    RepeatedRefusal(Google.Rpc.Status status)
        : base(status)
    {
    }

    /// <summary>The refusal that a request id got before.</summary>
    public static RepeatedRefusal Of(byte[] status) => new(Google.Rpc.Status.Parser.ParseFrom(status));

    /// <summary>The request id was used before with another content.</summary>
    public static RepeatedRefusal OtherContent() => new(Invalid(
        "request_id", "request_id.reused", "request_id này đã dùng cho một yêu cầu có nội dung khác; hãy chọn một UUID mới.").ToStatus());
}
