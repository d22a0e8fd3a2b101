namespace AnSinh.People;

/// <summary>Sex as registered; stored by number.</summary>
public enum Sex
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Nam.</summary>
    Male = 1,

    /// <summary>Nữ.</summary>
    Female = 2,
}

/// <summary>Sex as events name it.</summary>
public static class SexNames
{
    /// <summary><c>male</c>, <c>female</c>; null when not known.</summary>
    public static string? Of(Sex sex) => sex switch
    {
        Sex.Male => "male",
        Sex.Female => "female",
        _ => null,
    };
}
