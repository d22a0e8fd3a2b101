using AnSinh.Contracts.Support.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Gifts of social protection at two levels that add up exactly; every gift is delivered on the day of its commune.</summary>
public sealed class ProtectionGiftLoader : IRecordLoader
{
    const int FirstPerson = 400_000;
    const long Low = 200_000;
    const long High = 400_000;

    /// <inheritdoc/>
    public string Service => "protection";

    /// <inheritdoc/>
    public string Record => "gift";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var communes = await context.CommunesAsync(group.FirstDay, cancellationToken);
        var high = (group.TotalVnd - Low * group.Count) / (High - Low);
        if (high < 0 || high > group.Count || high * High + (group.Count - high) * Low != group.TotalVnd)
        {
            throw new FormatException($"Dòng {group.Line}: tổng số tiền không chia được thành các suất {Low} và {High} đồng.");
        }

        var list = Enumerable.Range(0, group.Count).Select(i => new ListedSupport(
            FirstPerson + i, "doi_tuong_bao_tro", IsHigh(i, high, group.Count) ? High : Low,
            Months.CommuneOf(i, group.Count, communes.Count), true)).ToList();
        var load = new SupportListLoad(context, group, communes);
        var programme = await load.ProgrammeAsync(
            new SupportProgramme
            {
                Code = $"{context.Scenario.Name}-qua-{group.Line}",
                DisplayName = group.Attributes["campaign"],
                Kind = SupportKind.Gift,
                AreaCode = context.Province,
                LegalBasis = "Quyết định tặng quà " + group.Attributes["campaign"],
                FromDate = WireDate.Of(group.FirstDay),
                ToDate = WireDate.Of(group.LastDay),
                Groups = { new SupportProgrammeGroup { Code = "doi_tuong_bao_tro", Recipient = RecipientKind.Person, LevelsVnd = { Low, High } } },
            },
            cancellationToken);
        await load.ApproveAsync(programme, list, group.FirstDay, group.LastDay, cancellationToken);
        await load.DeliverAsync(programme, list, group.FirstDay, group.LastDay, group.FirstDay, group.LastDay, counted: false, cancellationToken);
    }

    /// <summary>Spreads the higher gifts evenly over the list.</summary>
    static bool IsHigh(int i, long high, int count) => high * (i + 1) / count != high * i / count;
}
