using AnSinh.Contracts.Training.V1;
using AnSinh.Testing;
using AnSinh.VocationalTraining.Tests.Hosting;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.VocationalTraining.Tests.Certificates;

public sealed class CertificateTests(TrainingHost service) : IClassFixture<TrainingHost>
{
    [Fact]
    public async Task Issue_WhenTheNumberIsUsedForTheLevelAndYear_IsRefused_AndIsFreeForAnotherLevel()
    {
        var first = await IssueAsync(Samples.Certificate((await service.CompletedAsync()).Name));
        var second = Samples.Certificate((await service.CompletedAsync()).Name);
        second.Number = first.Number;
        await Refused.With(Issue(second), StatusCode.AlreadyExists, "certificate.number_taken");
        var listed = await service.Certificates.ListCertificatesAsync(new ListCertificatesRequest { Enrolment = second.Enrolment });
        listed.Certificates.ShouldBeEmpty();
        second.Enrolment = (await service.CompletedAsync(TrainingLevel.UnderThreeMonths)).Name;
        (await IssueAsync(second)).State.ShouldBe(CertificateState.InForce);
    }

    [Fact]
    public async Task Issue_WhenTheNumberWasRevoked_IsStillRefused()
    {
        var first = await IssueAsync(Samples.Certificate((await service.CompletedAsync()).Name));
        await RevokeAsync(first);
        var second = Samples.Certificate(first.Enrolment);
        second.Number = first.Number;
        await Refused.With(Issue(second), StatusCode.AlreadyExists, "certificate.number_taken");
    }

    [Fact]
    public async Task Issue_WithoutACompletion_OrTwice_IsRefused()
    {
        await Refused.With(
            Issue(Samples.Certificate((await service.EnrolmentAsync()).Name)), StatusCode.FailedPrecondition, "enrolment.not_completed");
        var certificate = await IssueAsync(Samples.Certificate((await service.CompletedAsync()).Name));
        await Refused.With(Issue(Samples.Certificate(certificate.Enrolment)), StatusCode.AlreadyExists, "certificate.already_issued");
        var early = Samples.Certificate((await service.CompletedAsync()).Name);
        early.IssuedOn = Samples.Day(2026, 4, 30);
        early.Number = "số 1";
        var refusal = await Refused.With(Issue(early), StatusCode.InvalidArgument, "certificate.number_malformed");
        refusal.Violations.Select(one => one.Code).ShouldContain("certificate.issued_on_out_of_range");
    }

    [Fact]
    public async Task Void_WhenACertificateIsInForce_IsRefused()
    {
        var enrolment = await service.CompletedAsync();
        await IssueAsync(Samples.Certificate(enrolment.Name));
        await Refused.With(
            service.Enrolments.VoidEnrolmentAsync(new VoidEnrolmentRequest { Name = enrolment.Name, Etag = enrolment.Etag, Reason = "x", RequestId = Samples.RequestId() }),
            StatusCode.FailedPrecondition, "enrolment.certificate_in_force");
    }

    [Fact]
    public async Task Verify_ByAnybody_TellsTheStatus_AndNothingOfThePerson()
    {
        var enrolment = await service.CompletedAsync();
        var certificate = await IssueAsync(Samples.Certificate(enrolment.Name));
        var anybody = new CertificateService.CertificateServiceClient(service.As("training-verifier", "public", "46"));
        var request = new VerifyCertificateRequest { Number = certificate.Number };
        var told = (await anybody.VerifyCertificateAsync(request)).Certificates.Single();
        told.State.ShouldBe(CertificateState.InForce);
        told.Level.ShouldBe(TrainingLevel.Elementary);
        told.OccupationName.ShouldBe("Hàn");
        told.InstitutionName.ShouldBe("Trường Trung cấp Mẫu");
        told.IssuedOn.ShouldBe(certificate.IssuedOn);
        told.ToString().ShouldNotContain(enrolment.Trainee.FullName);
        await RevokeAsync(certificate);
        (await anybody.VerifyCertificateAsync(request)).Certificates.Single().State.ShouldBe(CertificateState.Revoked);
        await Refused.With(anybody.VerifyCertificateAsync(new VerifyCertificateRequest { Number = "KHONG-CO" }), StatusCode.NotFound, "certificate.not_found");
        await Refused.Field(anybody.VerifyCertificateAsync(new VerifyCertificateRequest { Number = "a b" }), "number", "certificate.number_malformed");
        await Refused.With(
            anybody.GetCertificateAsync(new GetCertificateRequest { Name = certificate.Name }), StatusCode.PermissionDenied, "permission.missing");
    }

    [Fact]
    public async Task Replace_EndsTheFormerOne_AndNeitherEndsTwice()
    {
        var former = await IssueAsync(Samples.Certificate((await service.CompletedAsync()).Name));
        var replacement = Samples.Certificate("");
        var request = new ReplaceCertificateRequest { Name = former.Name, Etag = former.Etag, Replacement = replacement, Reason = "Mất bản chính", RequestId = Samples.RequestId() };
        var issued = await service.Certificates.ReplaceCertificateAsync(request);
        issued.Replaces.ShouldBe(former.Name);
        issued.Enrolment.ShouldBe(former.Enrolment);
        var after = await service.Certificates.GetCertificateAsync(new GetCertificateRequest { Name = former.Name });
        after.State.ShouldBe(CertificateState.Replaced);
        request.RequestId = Samples.RequestId();
        request.Etag = after.Etag;
        request.Replacement.Number = Samples.Code("C-");
        await Refused.With(service.Certificates.ReplaceCertificateAsync(request), StatusCode.FailedPrecondition, "certificate.replaced");
        var revoked = await RevokeAsync(issued);
        await Refused.With(
            service.Certificates.RevokeCertificateAsync(new RevokeCertificateRequest { Name = revoked.Name, Etag = revoked.Etag, RequestId = Samples.RequestId() }),
            StatusCode.FailedPrecondition, "certificate.revoked");
    }

    AsyncUnaryCall<Certificate> Issue(Certificate certificate) =>
        service.Certificates.IssueCertificateAsync(new IssueCertificateRequest { Certificate = certificate, RequestId = Samples.RequestId() });

    async Task<Certificate> IssueAsync(Certificate certificate) => await Issue(certificate);

    async Task<Certificate> RevokeAsync(Certificate certificate) => await service.Certificates.RevokeCertificateAsync(new RevokeCertificateRequest
    {
        Name = certificate.Name,
        Etag = certificate.Etag,
        RevokedOn = Samples.Day(2026, 5, 20),
        Reason = "Cấp sai đối tượng",
        RequestId = Samples.RequestId(),
    });
}
