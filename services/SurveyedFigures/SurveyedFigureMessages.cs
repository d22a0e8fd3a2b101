using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Surveys.V1;

namespace AnSinh.SurveyedFigures;

/// <summary>Figures as messages.</summary>
static class SurveyedFigureMessages
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "surveyedFigures";

    /// <summary>The figure, with the etag to show.</summary>
    public static Wire.SurveyedFigure Of(SurveyedFigure figure, string etag) => new()
    {
        Name = ResourceName.Format(Collection, figure.Id),
        Indicator = figure.Indicator,
        AreaCode = figure.AreaCode,
        Day = WireDate.Of(figure.Day),
        Value = figure.Value,
        Source = figure.Source,
        State = (Wire.SurveyedFigureState)figure.State,
        KeyedBy = figure.KeyedBy,
        SignedBy = figure.SignedBy ?? "",
        WithdrawnBecause = figure.WithdrawnBecause ?? "",
        Etag = etag,
        CreateTime = Timestamp.FromDateTimeOffset(figure.CreatedAt),
        UpdateTime = Timestamp.FromDateTimeOffset(figure.UpdatedAt),
    };
}
