namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>What the loaders of meritorious persons share: which people they are about.</summary>
static class MeritPeople
{
    /// <summary>Number of the first person: those before are of other departments. Dossiers, allowances and surveys are about the same people.</summary>
    public const int First = 600_000;

    /// <summary>Number of the first person with a gift.</summary>
    public const int FirstOfGifts = 100_000;

    /// <summary>A person of the scenario.</summary>
    public static Contracts.Common.V1.Person Of(LoadContext context, int number, string commune) => SyntheticPeople.Person(context.Seed, number, commune);

    /// <summary>Numbers that are random, but the same in every run.</summary>
    public static Random Dice(LoadContext context, int salt, int number) => new(SyntheticPeople.HashCode(context.Seed + salt, number));

    /// <summary>Whether record i of a group belongs to a part of it, so that the part is spread evenly.</summary>
    /// <param name="i">Record, from 0.</param>
    /// <param name="part">Records of the part.</param>
    /// <param name="count">Records of the group.</param>
    public static bool InPart(int i, long part, long count) => part * (i + 1) / count != part * i / count;
}
