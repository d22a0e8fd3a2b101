using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Protection.V1;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>
/// Applications for monthly social assistance of people who are found eligible, one call each. The first are those of the group in payment, so
/// that the others are eligible and not (yet) paid.
/// </summary>
public sealed class AssistanceApplicationLoader : IRecordLoader
{
    /// <inheritdoc/>
    public string Service => "protection";

    /// <inheritdoc/>
    public string Record => "assistance_application";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var last = await context.CommunesAsync(group.LastDay, cancellationToken);
        var communes = (await context.CommunesAsync(group.FirstDay, cancellationToken)).Intersect(last, StringComparer.Ordinal).ToList();
        var client = new EligibilityService.EligibilityServiceClient(context.Official);
        for (var i = 0; i < group.Count; i++)
        {
            var commune = Months.CommuneOf(i, group.Count, communes.Count);
            try
            {
                await client.ApplyForAssistanceAsync(Request(context, group, i, commune, communes[commune]), cancellationToken: cancellationToken);
            }
            catch (RpcException already) when (already.StatusCode == StatusCode.AlreadyExists)
            {
                // Of an earlier run whose answers are no longer kept.
                context.Count(new ImportSummary { AlreadyPresent = 1 });
            }

            context.Advance(1);
        }
    }

    /// <summary>Severe disability makes adults below 60 eligible, whatever their household (Decree 20/2021/NĐ-CP, Article 5.6): all synthetic people are such.</summary>
    static ApplyForAssistanceRequest Request(LoadContext context, RecordGroup group, int i, int commune, string areaCode) => new()
    {
        Application = new AssistanceApplication
        {
            Person = SyntheticPeople.Person(context.Seed, AssistanceInPaymentLoader.FirstPerson + i, areaCode),
            AreaCode = areaCode,
            AppliedOn = WireDate.Of(Months.DayOf(commune, group.FirstDay, group.LastDay)),
            Facts = new AssistanceFacts { Disability = DisabilityDegree.Severe },
        },
        RequestId = context.RequestId("application " + Months.Text(i)),
    };
}
