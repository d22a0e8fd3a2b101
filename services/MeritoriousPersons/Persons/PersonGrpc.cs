using AnSinh.MeritoriousPersons.Categories;
using Grpc.Core;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.Persons;

/// <summary>The gRPC face of meritorious persons.</summary>
/// <param name="book">Finds records.</param>
/// <param name="register">Registers.</param>
/// <param name="relatives">Links relatives.</param>
/// <param name="death">Records deaths.</param>
/// <param name="voiding">Voids.</param>
/// <param name="list">Lists.</param>
public sealed class PersonGrpc(
    PersonBook book, RegisterMeritPerson register, AddRelative relatives, RecordDeath death, VoidMeritPerson voiding, ListMeritPersons list)
    : Wire.MeritPersonService.MeritPersonServiceBase
{
    /// <inheritdoc/>
    public override async Task<Wire.MeritPerson> RegisterMeritPerson(Wire.RegisterMeritPersonRequest request, ServerCallContext context) =>
        await book.ForCommandAsync(await register.RunAsync(request, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.MeritPerson> GetMeritPerson(Wire.GetMeritPersonRequest request, ServerCallContext context) =>
        await book.ForQueryAsync(await book.FindAsync(request.Name, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ListMeritPersonsResponse> ListMeritPersons(Wire.ListMeritPersonsRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.MeritPerson> AddRelative(Wire.AddRelativeRequest request, ServerCallContext context) =>
        await book.ForCommandAsync(await relatives.RunAsync(request, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.MeritPerson> RecordDeath(Wire.RecordDeathRequest request, ServerCallContext context) =>
        await book.ForCommandAsync(await death.RunAsync(request, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.MeritPerson> VoidMeritPerson(Wire.VoidMeritPersonRequest request, ServerCallContext context) =>
        await book.ForCommandAsync(await voiding.RunAsync(request, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ListMeritCategoriesResponse> ListMeritCategories(Wire.ListMeritCategoriesRequest request, ServerCallContext context) =>
        Task.FromResult(MeritCategories.List(request));
}
