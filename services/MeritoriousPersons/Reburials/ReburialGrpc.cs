using AnSinh.MeritoriousPersons.Data;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.Reburials;

/// <summary>The gRPC face of reburials.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Records, finds, voids.</param>
/// <param name="list">Lists.</param>
public sealed class ReburialGrpc(MeritDb db, ReburialBook book, ListReburials list) : Wire.ReburialService.ReburialServiceBase
{
    /// <inheritdoc/>
    public override async Task<Wire.Reburial> RecordReburial(Wire.RecordReburialRequest request, ServerCallContext context) =>
        ReburialMessages.ForCommand(db, await book.RecordAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Reburial> GetReburial(Wire.GetReburialRequest request, ServerCallContext context) =>
        ReburialMessages.ForQuery(await book.FindAsync(request.Name, context.CancellationToken));

    /// <inheritdoc/>
    public override Task<Wire.ListReburialsResponse> ListReburials(Wire.ListReburialsRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.Reburial> VoidReburial(Wire.VoidReburialRequest request, ServerCallContext context) =>
        ReburialMessages.ForCommand(db, await book.VoidAsync(request, context.CancellationToken));
}

/// <summary>Reburials as messages.</summary>
static class ReburialMessages
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "reburials";

    /// <summary>The reburial for the answer to a command that is not saved yet.</summary>
    public static Wire.Reburial ForCommand(MeritDb db, Reburial reburial) => Of(reburial, EtagAfterSaving.Of(db, reburial));

    /// <summary>The reburial for a query.</summary>
    public static Wire.Reburial ForQuery(Reburial reburial) => Of(reburial, Etag.Of(reburial));

    static Wire.Reburial Of(Reburial reburial, string etag) => new()
    {
        Name = ResourceName.Format(Collection, reburial.Id),
        ReburiedOn = WireDate.Of(reburial.ReburiedOn),
        AreaCode = reburial.AreaCode,
        Identification = (Wire.Identification)reburial.Identification,
        MartyrName = reburial.MartyrName,
        FoundIn = (Wire.FoundIn)reburial.FoundIn,
        Cemetery = reburial.Cemetery,
        Grave = reburial.Grave ?? "",
        Voided = reburial.IsVoided,
        Etag = etag,
        CreateTime = Timestamp.FromDateTimeOffset(reburial.CreatedAt),
        UpdateTime = Timestamp.FromDateTimeOffset(reburial.UpdatedAt),
    };
}
