using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Commands;

/// <summary>The answer of one command under its request id (AIP-155). Kept 7 days.</summary>
sealed class AnswerLog<TDb>
    where TDb : ServiceDb
{
    readonly byte[] key;
    readonly byte[] requestHash;
    readonly TimeProvider time;

    /// <exception cref="Refusal">INVALID_ARGUMENT <c>request_id.missing</c> or <c>request_id.malformed</c>.</exception>
    public AnswerLog(string caller, string method, IMessage request, TimeProvider time)
    {
        this.time = time;
        var requestId = RequestId(request);
        key = SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}\n{method}\n{requestId:N}"));
        requestHash = SHA256.HashData(request.ToByteArray());
    }

    /// <summary>What the request id got before, or null: an answer, a refusal, or the refusal of another content under the same id.</summary>
    public async Task<Answer?> FindAsync<TResponse>(TDb db, CancellationToken cancellationToken)
        where TResponse : class
    {
        if (await db.Set<IdempotencyRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellationToken) is not { } known)
        {
            return null;
        }

        if (!known.RequestHash.AsSpan().SequenceEqual(requestHash))
        {
            return new Answer(null, Refusal.Invalid(
                "request_id", "request_id.reused", "request_id này đã dùng cho một yêu cầu có nội dung khác; hãy chọn một UUID mới."));
        }

        if (known.RefusalStatus is { } status)
        {
            return new Answer(null, Refusal.From(Google.Rpc.Status.Parser.ParseFrom(status)));
        }

        var response = (IMessage)(object)Activator.CreateInstance<TResponse>();
        response.MergeFrom(known.Response);
        return new Answer(response, null);
    }

    /// <summary>Adds the answer to what the transaction saves.</summary>
    public void Keep(TDb db, IMessage response) => db.Add(Row(response: response.ToByteArray()));

    /// <summary>Adds a refusal to what the transaction saves.</summary>
    public void Keep(TDb db, Refusal refusal) => db.Add(Row(status: refusal.ToStatus().ToByteArray()));

    IdempotencyRow Row(byte[]? response = null, byte[]? status = null) => new()
    {
        Key = key,
        RequestHash = requestHash,
        Response = response,
        RefusalStatus = status,
        AnsweredAt = time.GetUtcNow(),
    };

    static Guid RequestId(IMessage request)
    {
        var text = request.Descriptor.FindFieldByName("request_id")?.Accessor.GetValue(request) as string ?? "";
        if (text.Length == 0)
        {
            throw Refusal.Invalid("request_id", "request_id.missing", "Thiếu request_id: một UUID do bên gọi chọn, để gửi lại mà không ghi hai lần.");
        }

        return Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : throw Refusal.Invalid(
            "request_id", "request_id.malformed", $"request_id \"{text}\" không phải là UUID.");
    }
}

/// <summary>What a request id got before: one of the two.</summary>
/// <param name="Response">The answer.</param>
/// <param name="Refusal">The refusal.</param>
sealed record Answer(IMessage? Response, Refusal? Refusal);
