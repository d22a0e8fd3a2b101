using AnSinh.Contracts.Merit.V1;
using AnSinh.Contracts.Support.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Gifts to meritorious persons at two levels that add up exactly: the approved list is taken over, then what was handed over.</summary>
public sealed class MeritGiftLoader : IRecordLoader
{
    const int RowsInMessage = 500;
    const long Low = 200_000;
    const long High = 400_000;
    const string Group = "nguoi_co_cong";

    /// <inheritdoc/>
    public string Service => "merit";

    /// <inheritdoc/>
    public string Record => "gift";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var high = (group.TotalVnd - Low * group.Count) / (High - Low);
        if (high < 0 || high > group.Count || high * High + (group.Count - high) * Low != group.TotalVnd)
        {
            throw new FormatException($"Dòng {group.Line}: tổng số tiền không chia được thành các suất {Low} và {High} đồng.");
        }

        var gifts = new GiftService.GiftServiceClient(context.Official);
        var communes = await context.CommunesAsync(group.FirstDay, cancellationToken);
        var campaign = (await gifts.CreateSupportProgrammeAsync(Campaign(group, context), cancellationToken: cancellationToken)).Name;
        var list = Enumerable.Range(0, group.Count).Select(i => (
            Line: i + 1,
            Commune: communes[(int)((long)i * communes.Count / group.Count)],
            Amount: MeritPeople.InPart(i, high, group.Count) ? High : Low,
            Number: MeritPeople.FirstOfGifts + i)).ToList();
        await context.ImportAsync(
            gifts.ImportSupportEntries(cancellationToken: cancellationToken),
            options => new ImportSupportEntriesRequest { Options = options },
            list.Select(one => new SupportEntryRow
            {
                Line = one.Line,
                Entry = new SupportEntry
                {
                    Programme = campaign,
                    Group = Group,
                    Person = MeritPeople.Of(context, one.Number, one.Commune),
                    AmountVnd = one.Amount,
                    AreaCode = one.Commune,
                    DeclaredOn = WireDate.Of(group.FirstDay),
                    DecisionNo = "Danh sách quà của tỉnh",
                    ApprovedOn = WireDate.Of(group.FirstDay),
                },
            }).Chunk(RowsInMessage).Select(rows => new ImportSupportEntriesRequest { Rows = new SupportEntryRows { Rows = { rows } } }),
            context.FileName(group), cancellationToken);
        var days = group.LastDay.DayNumber - group.FirstDay.DayNumber + 1;
        await context.ImportAsync(
            gifts.ImportSupportDeliveries(cancellationToken: cancellationToken),
            options => new ImportSupportDeliveriesRequest { Options = options },
            list.Select(one => new SupportDeliveryRow
            {
                Line = one.Line,
                Programme = campaign,
                Person = MeritPeople.Of(context, one.Number, one.Commune),
                AreaCode = one.Commune,
                AmountVnd = one.Amount,
                DeliveredOn = WireDate.Of(group.FirstDay.AddDays(one.Line % days)),
            }).Chunk(RowsInMessage).Select(rows => new ImportSupportDeliveriesRequest { Rows = new SupportDeliveryRows { Rows = { rows } } }),
            context.FileName(group), cancellationToken);
    }

    static CreateSupportProgrammeRequest Campaign(RecordGroup group, LoadContext context) => new()
    {
        Programme = new SupportProgramme
        {
            Code = $"{context.Scenario.Name}-qua-{group.Line}",
            DisplayName = group.Attributes["campaign"],
            Kind = SupportKind.Gift,
            AreaCode = context.Province,
            LegalBasis = "Quyết định tặng quà " + group.Attributes["campaign"],
            FromDate = WireDate.Of(group.FirstDay),
            ToDate = WireDate.Of(group.LastDay),
            Groups = { new SupportProgrammeGroup { Code = Group, Recipient = RecipientKind.Person, LevelsVnd = { Low, High } } },
        },
        RequestId = context.RequestId($"gifts {group.Line}"),
    };
}
