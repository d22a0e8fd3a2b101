using AnSinh.Contracts.Merit.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Reburials of martyrs' remains, one command each: sent again it gets its first answer.</summary>
public sealed class MeritReburialLoader : IRecordLoader
{
    /// <inheritdoc/>
    public string Service => "merit";

    /// <inheritdoc/>
    public string Record => "reburial";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var reburials = new ReburialService.ReburialServiceClient(context.Official);
        var communes = await context.CommunesAsync(group.FirstDay, cancellationToken);
        for (var i = 0; i < group.Count; i++)
        {
            var dice = MeritPeople.Dice(context, 3, i);
            var request = new RecordReburialRequest
            {
                Reburial = new Reburial
                {
                    ReburiedOn = WireDate.Of(group.FirstDay.AddDays(dice.Next(group.LastDay.DayNumber - group.FirstDay.DayNumber + 1))),
                    AreaCode = communes[dice.Next(communes.Count)],
                    Identification = Identification.Unknown,
                    FoundIn = i % 3 == 0 ? FoundIn.Domestic : FoundIn.Laos,
                    Cemetery = "Nghĩa trang liệt sĩ Mẫu",
                },
                RequestId = context.RequestId($"reburial {group.Line} {i}"),
            };
            await reburials.RecordReburialAsync(request, cancellationToken: cancellationToken);
            context.Advance(1);
        }
    }
}
