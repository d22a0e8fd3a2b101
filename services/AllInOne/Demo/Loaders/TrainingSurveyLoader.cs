using AnSinh.Contracts.Surveys.V1;
using AnSinh.Contracts.Training.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>A figure of a survey: one official keys it in, another signs it.</summary>
public sealed class TrainingSurveyLoader : IRecordLoader
{
    /// <inheritdoc/>
    public string Service => "training";

    /// <inheritdoc/>
    public string Record => "survey";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var figure = Figure(group, context);
        var official = new TrainingSurveyService.TrainingSurveyServiceClient(context.Official);
        var known = await official.ListSurveyedFiguresAsync(
            new ListSurveyedFiguresRequest { Indicator = figure.Indicator, AreaCode = figure.AreaCode, State = SurveyedFigureState.Signed, PageSize = 1_000 },
            cancellationToken: cancellationToken);
        if (known.Figures.Any(one => one.Day.Equals(figure.Day) && one.Value == figure.Value))
        {
            return;
        }

        var what = $"survey {group.Line}";
        var keyed = await official.RecordSurveyedFigureAsync(
            new RecordSurveyedFigureRequest { Figure = figure, RequestId = context.RequestId(what) }, cancellationToken: cancellationToken);
        await new TrainingSurveyService.TrainingSurveyServiceClient(context.Approver).SignSurveyedFigureAsync(
            new SignSurveyedFigureRequest { Name = keyed.Name, Etag = keyed.Etag, RequestId = context.RequestId(what + " signed") },
            cancellationToken: cancellationToken);
    }

    static SurveyedFigure Figure(RecordGroup group, LoadContext context)
    {
        var day = group.At ?? throw new FormatException($"Dòng {group.Line}: số liệu điều tra cần at.");
        return new SurveyedFigure
        {
            Indicator = group.Attributes.GetValueOrDefault("indicator") ?? throw new FormatException($"Dòng {group.Line}: số liệu điều tra cần indicator."),
            AreaCode = context.Province,
            Day = WireDate.Of(day),
            Value = group.Attributes.GetValueOrDefault("value") ?? throw new FormatException($"Dòng {group.Line}: số liệu điều tra cần value."),
            Source = $"Kịch bản {context.Scenario.Name}",
        };
    }
}
