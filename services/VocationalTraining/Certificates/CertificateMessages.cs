using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Enrolments;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Certificates;

/// <summary>Certificates as messages.</summary>
static class CertificateMessages
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "certificates";

    /// <summary>The certificate, with the etag to show.</summary>
    public static Wire.Certificate Of(Certificate certificate, string etag) => new()
    {
        Name = ResourceName.Format(Collection, certificate.Id),
        Enrolment = ResourceName.Format(EnrolmentMessages.Collection, certificate.EnrolmentId),
        Number = certificate.Number,
        BookNumber = certificate.BookNumber,
        Level = (Wire.TrainingLevel)certificate.Level,
        IssuedOn = WireDate.Of(certificate.IssuedOn),
        Decision = certificate.Decision,
        State = (Wire.CertificateState)certificate.State,
        Replaces = certificate.Replaces is { } former ? ResourceName.Format(Collection, former) : "",
        EndedOn = certificate.EndedOn is { } ended ? WireDate.Of(ended) : null,
        Etag = etag,
        CreateTime = Timestamp.FromDateTimeOffset(certificate.CreatedAt),
    };
}
