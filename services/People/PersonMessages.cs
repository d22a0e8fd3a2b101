using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Common.V1;

namespace AnSinh.People;

/// <summary>People as messages.</summary>
/// <param name="cipher">Decrypts numbers.</param>
/// <param name="registries">For the warnings.</param>
/// <param name="caller">Who asks.</param>
public sealed class PersonMessages(FieldCipher cipher, RegistryCodes registries, CallerAccessor caller)
{
    /// <summary>The person for a query: the citizen number whole for those with the permission, else masked.</summary>
    /// <param name="person">The person.</param>
    /// <param name="readIdentity">Permission to see citizen numbers whole.</param>
    public Wire.Person ForQuery(Person person, string readIdentity) => Of(person, caller.Current.May(readIdentity));

    /// <summary>The person for the answer to a command: always masked, since that answer is kept in the database as it is.</summary>
    public Wire.Person ForCommand(Person person) => Of(person, whole: false);

    Wire.Person Of(Person person, bool whole)
    {
        var message = new Wire.Person
        {
            FullName = person.FullName,
            BirthDate = person.Birth is { } birth ? WireDate.Of(birth) : null,
            Sex = (Wire.PersonSex)person.Sex,
            AreaCode = person.AreaCode,
            DiedOn = person.DiedOn is { } died ? WireDate.Of(died) : null,
        };
        if (person.SealedNumber is { } sealedNumber)
        {
            var number = CitizenNumber.Known(cipher.Decrypt(sealedNumber));
            message.CitizenNumber = whole ? number.Digits : number.Masked;
            message.Warnings.AddRange(number.Oddities(person.Sex, person.Birth, registries));
        }

        return message;
    }
}
