using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using AnSinh.VocationalTraining.Enrolments;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Certificates;

/// <summary>The gRPC face of certificates.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who calls.</param>
/// <param name="book">Finds certificates.</param>
/// <param name="issue">Issues.</param>
/// <param name="replace">Replaces.</param>
/// <param name="revoke">Revokes.</param>
/// <param name="verify">Verifies.</param>
public sealed class CertificateGrpc(
    TrainingDb db, AreaDirectory areas, CallerAccessor caller, CertificateBook book, IssueCertificate issue, ReplaceCertificate replace,
    RevokeCertificate revoke, VerifyCertificate verify) : Wire.CertificateService.CertificateServiceBase
{
    /// <inheritdoc/>
    public override async Task<Wire.Certificate> IssueCertificate(Wire.IssueCertificateRequest request, ServerCallContext context) =>
        ForCommand(await issue.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Certificate> ReplaceCertificate(Wire.ReplaceCertificateRequest request, ServerCallContext context) =>
        ForCommand(await replace.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Certificate> RevokeCertificate(Wire.RevokeCertificateRequest request, ServerCallContext context) =>
        ForCommand(await revoke.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Certificate> GetCertificate(Wire.GetCertificateRequest request, ServerCallContext context)
    {
        var certificate = await book.FindAsync(request.Name, context.CancellationToken);
        return CertificateMessages.Of(certificate, Etag.Of(certificate));
    }

    /// <inheritdoc/>
    public override async Task<Wire.ListCertificatesResponse> ListCertificates(Wire.ListCertificatesRequest request, ServerCallContext context)
    {
        var filter = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode);
        var rows = filter.Apply(db.Certificates.AsNoTracking(), one => one.AreaCode, one => one.IssuedOn);
        if (request.Enrolment.Length > 0)
        {
            var enrolment = ResourceName.Parse(EnrolmentMessages.Collection, request.Enrolment, "enrolment");
            rows = rows.Where(one => one.EnrolmentId == enrolment);
        }

        var page = await rows.LatestFirstAsync(request, one => one.Id, context.CancellationToken);
        return new Wire.ListCertificatesResponse { Certificates = { page.Rows.Select(one => CertificateMessages.Of(one, Etag.Of(one))) }, NextPageToken = page.NextPageToken };
    }

    /// <inheritdoc/>
    public override Task<Wire.VerifyCertificateResponse> VerifyCertificate(Wire.VerifyCertificateRequest request, ServerCallContext context) =>
        verify.RunAsync(request, context.CancellationToken);

    Wire.Certificate ForCommand(Certificate certificate) => CertificateMessages.Of(certificate, EtagAfterSaving.Of(db, certificate));
}
