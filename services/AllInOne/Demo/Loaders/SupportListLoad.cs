using AnSinh.Contracts.Protection.V1;
using AnSinh.Contracts.Support.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>One entry of a support list of a scenario.</summary>
/// <param name="Person">Number of the person; below 0 for a business.</param>
/// <param name="Group">Group of the programme.</param>
/// <param name="AmountVnd">Amount in VND.</param>
/// <param name="Commune">Index of the commune.</param>
/// <param name="Delivered">Whether it was paid.</param>
public sealed record ListedSupport(int Person, string Group, long AmountVnd, int Commune, bool Delivered);

/// <summary>Sends a programme, its approved list commune by commune, and what was delivered of it.</summary>
/// <param name="context">Accounts and names.</param>
/// <param name="group">Group of the scenario.</param>
/// <param name="communes">Communes of the province.</param>
public sealed class SupportListLoad(LoadContext context, RecordGroup group, IReadOnlyList<string> communes)
{
    const int RowsInMessage = 500;

    readonly SupportListService.SupportListServiceClient client = new(context.Official);

    /// <summary>Makes the programme, or finds it from a run before.</summary>
    public async Task<string> ProgrammeAsync(SupportProgramme programme, CancellationToken cancellationToken)
    {
        var known = await client.ListSupportProgrammesAsync(new ListSupportProgrammesRequest { Code = programme.Code }, cancellationToken: cancellationToken);
        return known.Programmes.Count > 0 ? known.Programmes[0].Name : (await client.CreateSupportProgrammeAsync(
            new CreateSupportProgrammeRequest { Programme = programme, RequestId = context.RequestId("programme " + programme.Code) }, cancellationToken: cancellationToken)).Name;
    }

    /// <summary>Sends the approved list.</summary>
    public Task ApproveAsync(string programme, IEnumerable<ListedSupport> list, DateOnly from, DateOnly to, CancellationToken cancellationToken) => context.ImportAsync(
        client.ImportSupportEntries(cancellationToken: cancellationToken), options => new ImportSupportEntriesRequest { Options = options },
        list.Select((one, at) => Entry(programme, one, at, from, to)).Chunk(RowsInMessage)
            .Select(rows => new ImportSupportEntriesRequest { Rows = new SupportEntryRows { Rows = { rows } } }),
        context.FileName(group), cancellationToken);

    /// <summary>Sends what was delivered.</summary>
    /// <param name="programme">Programme.</param>
    /// <param name="list">The list; what was not delivered is left out.</param>
    /// <param name="approvedFrom">First day of approval.</param>
    /// <param name="approvedTo">Last day of approval.</param>
    /// <param name="from">First day of delivery.</param>
    /// <param name="to">Last day of delivery.</param>
    /// <param name="counted">Whether deliveries are records of the scenario of their own.</param>
    /// <param name="cancellationToken">Stops sending.</param>
    public async Task DeliverAsync(
        string programme, IEnumerable<ListedSupport> list, DateOnly approvedFrom, DateOnly approvedTo, DateOnly from, DateOnly to, bool counted, CancellationToken cancellationToken)
    {
        var messages = list.Where(one => one.Delivered).Select((one, at) => Delivery(programme, one, at, approvedFrom, approvedTo, from, to)).Chunk(RowsInMessage)
            .Select(rows => new ImportSupportDeliveriesRequest { Rows = new SupportDeliveryRows { Rows = { rows } } });
        using var call = client.ImportSupportDeliveries(cancellationToken: cancellationToken);
        await (counted
            ? context.ImportAsync(call, options => new ImportSupportDeliveriesRequest { Options = options }, messages, context.FileName(group), cancellationToken)
            : QuietImport.SendAsync(call, options => new ImportSupportDeliveriesRequest { Options = options }, messages, context, context.FileName(group), cancellationToken));
    }

    SupportEntryRow Entry(string programme, ListedSupport one, int at, DateOnly from, DateOnly to)
    {
        var day = WireDate.Of(Months.DayOf(one.Commune, from, to));
        var entry = new SupportEntry
        {
            Programme = programme,
            Group = one.Group,
            AmountVnd = one.AmountVnd,
            AreaCode = communes[one.Commune],
            DeclaredOn = day,
            ApprovedOn = day,
            DecisionNo = "QĐ-" + Months.Text(one.Commune + 1),
        };
        if (one.Person < 0)
        {
            entry.Business = Business(one);
        }
        else
        {
            entry.Person = SyntheticPeople.Person(context.Seed, one.Person, communes[one.Commune]);
        }

        return new SupportEntryRow { Line = at + 1, Entry = entry };
    }

    SupportDeliveryRow Delivery(string programme, ListedSupport one, int at, DateOnly approvedFrom, DateOnly approvedTo, DateOnly from, DateOnly to)
    {
        var approved = Months.DayOf(one.Commune, approvedFrom, approvedTo);
        var row = new SupportDeliveryRow
        {
            Line = at + 1,
            Programme = programme,
            AreaCode = communes[one.Commune],
            AmountVnd = one.AmountVnd,
            DeliveredOn = WireDate.Of(Months.DayOf(one.Commune, approved > from ? approved : from, to)),
        };
        if (one.Person < 0)
        {
            row.Business = Business(one);
        }
        else
        {
            row.Person = SyntheticPeople.Person(context.Seed, one.Person, communes[one.Commune]);
        }

        return row;
    }

    static SupportBusiness Business(ListedSupport one) => new() { DisplayName = $"Hộ kinh doanh Mẫu {-one.Person}", TaxCode = "99" + (-one.Person).ToString("D8", System.Globalization.CultureInfo.InvariantCulture) };
}
