namespace AnSinh.MeritoriousPersons.Persons;

/// <summary>Names of these records on the wire, and who may read identities.</summary>
static class PersonNames
{
    /// <summary>Collection of meritorious persons.</summary>
    public const string Persons = "meritPersons";

    /// <summary>Collection of relatives.</summary>
    public const string Relatives = "relatives";

    /// <summary>Permission to see citizen numbers whole.</summary>
    public const string ReadIdentity = "merit.persons.read_identity";
}
