using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using AnSinh.VocationalTraining.Institutions;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Programmes;

/// <summary>The gRPC face of programmes.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who calls.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="register">Registers.</param>
public sealed class ProgrammeGrpc(TrainingDb db, AreaDirectory areas, CallerAccessor caller, RecordScope scope, RegisterProgramme register)
    : Wire.ProgrammeService.ProgrammeServiceBase
{
    /// <inheritdoc/>
    public override async Task<Wire.Programme> RegisterProgramme(Wire.RegisterProgrammeRequest request, ServerCallContext context)
    {
        var programme = await register.RunAsync(request, context.CancellationToken);
        return ProgrammeMessages.Of(programme, EtagAfterSaving.Of(db, programme));
    }

    /// <inheritdoc/>
    public override async Task<Wire.Programme> GetProgramme(Wire.GetProgrammeRequest request, ServerCallContext context)
    {
        var id = ResourceName.Parse(ProgrammeMessages.Collection, request.Name, "name");
        var programme = await db.Programmes.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, context.CancellationToken)
            ?? throw Refusal.NotFound("programme.not_found", "Không có chương trình đào tạo này.");
        var institution = await db.Institutions.AsNoTracking().SingleAsync(one => one.Id == programme.InstitutionId, context.CancellationToken);
        scope.Require(institution.AreaCode, institution.OpenedOn);
        return ProgrammeMessages.Of(programme, Etag.Of(programme));
    }

    /// <inheritdoc/>
    public override async Task<Wire.ListProgrammesResponse> ListProgrammes(Wire.ListProgrammesRequest request, ServerCallContext context)
    {
        var filter = AreaFilter.Of(areas, caller.Current.Areas, "");
        var visible = filter.Apply(db.Institutions.AsNoTracking(), one => one.AreaCode, one => one.OpenedOn);
        var rows = db.Programmes.AsNoTracking().Where(programme => visible.Any(one => one.Id == programme.InstitutionId));
        if (request.Institution.Length > 0)
        {
            var institution = ResourceName.Parse(InstitutionMessages.Collection, request.Institution, "institution");
            rows = rows.Where(one => one.InstitutionId == institution);
        }

        if (request.Level != Wire.TrainingLevel.Unspecified)
        {
            rows = rows.Where(one => one.Level == (TrainingLevel)request.Level);
        }

        var page = await rows.LatestFirstAsync(request, one => one.Id, context.CancellationToken);
        return new Wire.ListProgrammesResponse { Programmes = { page.Rows.Select(one => ProgrammeMessages.Of(one, Etag.Of(one))) }, NextPageToken = page.NextPageToken };
    }
}
