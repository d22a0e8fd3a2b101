using AnSinh.Contracts.Support.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>
/// A relief programme: the approved list and what was paid of it, both to their exact totals. With groups, entries are one to three months of
/// 500,000 VND (people on merit allowance or social assistance) or 250,000 VND (poor households), as Decision 15/2020 has it; without, they are workers
/// of its three groups, with free amounts up to three months of the group.
/// </summary>
public sealed class ReliefProgrammeLoader : IRecordLoader
{
    const int MeritPerson = 100_000;
    const int PoorPerson = 480_000;
    const int WorkerPerson = 500_000;
    const int Months3 = 3;

    // Decision 15/2020/QĐ-TTg: 1,800,000 VND a month for suspended contracts, 1,000,000 for those that ended without insurance and for
    // work without a contract; at most three months.
    const string Suspended = "worker_suspended";
    const string Terminated = "worker_terminated";
    const string SelfEmployed = "worker_self_employed";
    const long MostOfOtherWorkers = Months3 * 1_000_000;
    const long BusinessAmount = 1_000_000;

    /// <inheritdoc/>
    public string Service => "protection";

    /// <inheritdoc/>
    public string Record => "relief_programme";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var approved = group.Parts["approved"];
        var paid = group.Parts.GetValueOrDefault("paid");
        var communes = await context.CommunesAsync(approved.FirstDay, cancellationToken);
        var list = group.Split.TryGetValue("group", out var groups) && paid is not null
            ? ByMonths(groups, approved, paid, communes.Count)
            : Free(approved, communes.Count, context.Seed);
        list = [.. list.OrderBy(one => one.Commune)];
        var load = new SupportListLoad(context, group, communes);
        var programme = await load.ProgrammeAsync(Programme(group, approved, context), cancellationToken);
        await load.ApproveAsync(programme, list, approved.FirstDay, approved.LastDay, cancellationToken);
        if (paid is not null)
        {
            await load.DeliverAsync(programme, list, approved.FirstDay, approved.LastDay, paid.FirstDay, paid.LastDay, counted: true, cancellationToken);
        }
    }

    static SupportProgramme Programme(RecordGroup group, RecordGroup approved, LoadContext context) => new()
    {
        Code = $"{context.Scenario.Name}-ho-tro-{group.Line}",
        DisplayName = group.Attributes["programme"],
        Kind = SupportKind.Relief,
        AreaCode = context.Province,
        LegalBasis = group.Attributes["programme"] + ", Quyết định 15/2020/QĐ-TTg",
        FromDate = WireDate.Of(approved.FirstDay),
        ToDate = WireDate.Of(approved.LastDay),
        Groups =
        {
            new SupportProgrammeGroup { Code = "merit", Recipient = RecipientKind.Person, CeilingVnd = 1_500_000 },
            new SupportProgrammeGroup { Code = "social_assistance", Recipient = RecipientKind.Person, CeilingVnd = 1_500_000 },
            new SupportProgrammeGroup { Code = "poor_household", Recipient = RecipientKind.Person, CeilingVnd = 750_000 },
            Workers(Suspended, Months3 * 1_800_000),
            Workers(Terminated, MostOfOtherWorkers),
            Workers(SelfEmployed, MostOfOtherWorkers),
            new SupportProgrammeGroup { Code = "household_business", Recipient = RecipientKind.HouseholdBusiness, CeilingVnd = 3_000_000 },
        },
    };

    static SupportProgrammeGroup Workers(string code, long ceiling) =>
        new() { Code = code, Recipient = RecipientKind.Person, CeilingVnd = ceiling, CountPeople = true };

    /// <summary>Group of a worker: an assumption where the report gives none. Two in ten were suspended, one lost a contract, the rest had none.</summary>
    static string WorkerGroup(int i, long amount) => amount > MostOfOtherWorkers ? Suspended : (i % 10) switch
    {
        0 or 1 => Suspended,
        2 => Terminated,
        _ => SelfEmployed,
    };

    /// <summary>Everybody for three months; months are then taken away until both totals are exact: of what is paid, and of what is not.</summary>
    static List<ListedSupport> ByMonths(IReadOnlyDictionary<string, int> groups, RecordGroup approved, RecordGroup paid, int communes)
    {
        var list = new List<ListedSupport>();
        foreach (var (name, count) in groups)
        {
            var (first, monthly) = name switch
            {
                "merit" => (MeritPerson, 500_000L),
                "social_assistance" => (AssistanceInPaymentLoader.FirstPerson, 500_000L),
                _ => (PoorPerson, 250_000L),
            };
            list.AddRange(Enumerable.Range(0, count).Select(i => new ListedSupport(first + i, name, Months3 * monthly, Months.CommuneOf(i, count, communes), true)));
        }

        // Spread over the first groups, so over their communes.
        var unpaid = approved.Count - paid.Count;
        var step = groups.Where(one => one.Key != "poor_household").Sum(one => one.Value) / Math.Max(unpaid, 1);
        for (var i = 0; i < unpaid; i++)
        {
            list[i * step] = list[i * step] with { Delivered = false };
        }

        Reduce(list, false, approved.TotalVnd - paid.TotalVnd, approved.Line);
        Reduce(list, true, paid.TotalVnd, approved.Line);
        return list;
    }

    static void Reduce(List<ListedSupport> list, bool delivered, long total, int line)
    {
        var surplus = list.Where(one => one.Delivered == delivered).Sum(one => one.AmountVnd) - total;
        for (var pass = 0; pass < Months3 - 1 && surplus > 0; pass++)
        {
            // From the end: the smaller amounts of the poor households come last and meet the total exactly.
            for (var i = list.Count - 1; i >= 0 && surplus > 0; i--)
            {
                var monthly = list[i].Group == "poor_household" ? 250_000 : 500_000;
                if (list[i].Delivered == delivered && surplus >= monthly && list[i].AmountVnd > monthly && i % 4 != 3)
                {
                    list[i] = list[i] with { AmountVnd = list[i].AmountVnd - monthly };
                    surplus -= monthly;
                }
            }
        }

        if (surplus != 0)
        {
            throw new FormatException($"Dòng {line}: tổng số tiền không chia được thành các mức của chương trình, còn lệch {surplus} đồng.");
        }
    }

    static List<ListedSupport> Free(RecordGroup approved, int communes, int seed)
    {
        var businesses = approved.Attributes.ContainsKey("household_businesses") ? approved.Whole("household_businesses") : 0;
        var amounts = ExactSplit.Free(seed, approved.People, approved.TotalVnd - businesses * BusinessAmount, 1_000);
        return
        [
            .. amounts.Select((amount, i) => new ListedSupport(WorkerPerson + i, WorkerGroup(i, amount), amount, Months.CommuneOf(i, amounts.Length, communes), false)),
            .. Enumerable.Range(0, businesses).Select(i => new ListedSupport(-1 - i, "household_business", BusinessAmount, Months.CommuneOf(i, businesses, communes), false)),
        ];
    }
}
