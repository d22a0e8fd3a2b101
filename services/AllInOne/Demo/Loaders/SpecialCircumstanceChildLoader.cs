using System.Globalization;
using AnSinh.Contracts.Child.V1;
using AnSinh.Contracts.Common.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>
/// Children in special circumstances, through the bulk import: each in one circumstance, as many with a support in force as the group says
/// are in care, and all still children on its last day.
/// </summary>
public sealed class SpecialCircumstanceChildLoader : IRecordLoader
{
    const int RowsInMessage = 500;
    const int Circumstances = 14;
    const int Supports = 7;

    // Children Law 102/2016, Article 1.
    const int NoChildFrom = 16;

    /// <inheritdoc/>
    public string Service => "child";

    /// <inheritdoc/>
    public string Record => "special_circumstance_child";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        // Communes that kept their codes through all days of the group.
        var last = await context.CommunesAsync(group.LastDay, cancellationToken);
        var communes = (await context.CommunesAsync(group.FirstDay, cancellationToken)).Intersect(last, StringComparer.Ordinal).ToList();
        var messages = Rows(group, context.Seed, communes).Chunk(RowsInMessage)
            .Select(chunk => new ImportChildrenRequest { Rows = new ChildRows { Rows = { chunk } } });
        await context.ImportAsync(
            new ChildService.ChildServiceClient(context.Official).ImportChildren(cancellationToken: cancellationToken),
            options => new ImportChildrenRequest { Options = options }, messages, context.FileName(group), cancellationToken);
    }

    static IEnumerable<ChildRow> Rows(RecordGroup group, int seed, List<string> communes)
    {
        var (from, to) = (group.FirstDay, group.LastDay);
        var inCare = group.Whole("in_care");
        for (var at = 0; at < group.Count; at++)
        {
            var random = new Random(SyntheticPeople.HashCode(seed + 7, at));
            var start = Between(random, from, to);
            yield return new ChildRow
            {
                Line = at + 1,
                Person = Child(random, seed, at, Between(random, to.AddYears(-NoChildFrom).AddDays(1), start), communes[random.Next(communes.Count)]),
                Circumstance = new Circumstance { Kind = (CircumstanceKind)random.Next(1, Circumstances + 1), StartedOn = WireDate.Of(start) },
                Support = at < inCare
                    ? new Support { Kind = (SupportKind)random.Next(1, Supports + 1), StartedOn = WireDate.Of(Between(random, start, to)) }
                    : null,
            };
        }
    }

    static Person Child(Random random, int seed, int number, DateOnly birth, string areaCode)
    {
        var female = random.Next(2) == 1;
        return new Person
        {
            FullName = string.Create(CultureInfo.InvariantCulture, $"Trẻ em Mẫu {number:D6}"),
            CitizenNumber = string.Create(
                CultureInfo.InvariantCulture, $"099{(female ? 3 : 2)}{birth.Year % 100:D2}{(number + seed * 7) % 1_000_000:D6}"),
            BirthDate = WireDate.Of(birth),
            Sex = female ? PersonSex.Female : PersonSex.Male,
            AreaCode = areaCode,
        };
    }

    static DateOnly Between(Random random, DateOnly first, DateOnly last) => first.AddDays(random.Next(last.DayNumber - first.DayNumber + 1));
}
