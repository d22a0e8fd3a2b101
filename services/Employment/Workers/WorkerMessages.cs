using AnSinh.Employment.Data;
using AnSinh.People;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Workers;

/// <summary>Workers as messages.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="cipher">Decrypts numbers.</param>
/// <param name="registries">For the warnings.</param>
/// <param name="caller">Who asks.</param>
public sealed class WorkerMessages(EmploymentDb db, FieldCipher cipher, RegistryCodes registries, CallerAccessor caller)
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "workers";

    /// <summary>Permission to see citizen numbers whole.</summary>
    public const string ReadIdentity = "employment.workers.read_identity";

    /// <summary>The worker for a query: the citizen number whole for those who may see it, else masked.</summary>
    public Wire.Worker ForQuery(Worker worker) => Of(worker, caller.Current.May(ReadIdentity), Etag.Of(worker));

    /// <summary>The worker for the answer to a command: always masked, since that answer is kept in the database as it is.</summary>
    public Wire.Worker ForCommand(Worker worker) => Of(worker, whole: false, EtagAfterSaving.Of(db, worker));

    Wire.Worker Of(Worker worker, bool whole, string etag)
    {
        var message = new Wire.Worker
        {
            Name = ResourceName.Format(Collection, worker.Id),
            FullName = worker.FullName,
            BirthDate = worker.Birth is { } birth ? WireDate.Of(birth) : null,
            Sex = (Wire.Sex)worker.Sex,
            AreaCode = worker.AreaCode,
            Education = (Wire.EducationLevel)worker.Education,
            OccupationCode = worker.OccupationCode,
            Etag = etag,
            CreateTime = Timestamp.FromDateTimeOffset(worker.CreatedAt),
            UpdateTime = Timestamp.FromDateTimeOffset(worker.UpdatedAt),
        };
        if (worker.SealedNumber is { } sealedNumber)
        {
            var number = CitizenNumber.Known(cipher.Decrypt(sealedNumber));
            message.CitizenNumber = whole ? number.Digits : number.Masked;
            message.Warnings.AddRange(number.Oddities(worker.Sex, worker.Birth, registries));
        }

        return message;
    }
}
