using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Institutions;

/// <summary>The gRPC face of institutions.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who calls.</param>
/// <param name="book">Finds institutions.</param>
/// <param name="register">Registers.</param>
/// <param name="close">Closes and merges.</param>
/// <param name="time">Clock.</param>
public sealed class InstitutionGrpc(
    TrainingDb db, AreaDirectory areas, CallerAccessor caller, InstitutionBook book, RegisterInstitution register, CloseInstitution close, TimeProvider time)
    : Wire.InstitutionService.InstitutionServiceBase
{
    /// <inheritdoc/>
    public override async Task<Wire.Institution> RegisterInstitution(Wire.RegisterInstitutionRequest request, ServerCallContext context) =>
        ForCommand(await register.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Institution> CloseInstitution(Wire.CloseInstitutionRequest request, ServerCallContext context) =>
        ForCommand(await close.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Institution> GetInstitution(Wire.GetInstitutionRequest request, ServerCallContext context)
    {
        var institution = await book.FindAsync(request.Name, "name", context.CancellationToken);
        return InstitutionMessages.Of(institution, Etag.Of(institution));
    }

    /// <inheritdoc/>
    public override async Task<Wire.ListInstitutionsResponse> ListInstitutions(Wire.ListInstitutionsRequest request, ServerCallContext context)
    {
        var filter = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode);
        var rows = filter.Apply(db.Institutions.AsNoTracking(), one => one.AreaCode, one => one.OpenedOn);
        if (request.Code.Length > 0)
        {
            rows = rows.Where(one => one.Code == request.Code);
        }

        if (request.OpenOnly)
        {
            var today = VietnamDay.Today(time);
            rows = rows.Where(one => one.ClosedOn == null || one.ClosedOn >= today);
        }

        var page = await rows.LatestFirstAsync(request, one => one.Id, context.CancellationToken);
        return new Wire.ListInstitutionsResponse { Institutions = { page.Rows.Select(one => InstitutionMessages.Of(one, Etag.Of(one))) }, NextPageToken = page.NextPageToken };
    }

    Wire.Institution ForCommand(Institution institution) => InstitutionMessages.Of(institution, EtagAfterSaving.Of(db, institution));
}
