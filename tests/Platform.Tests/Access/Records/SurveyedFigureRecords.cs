using AnSinh.Contracts.Surveys.V1;
using Google.Protobuf.Reflection;

namespace AnSinh.Platform.Tests.Access.Records;

/// <summary>A surveyed figure of the province, of any service that keeps such figures.</summary>
static class SurveyedFigureRecords
{
    public static async Task MakeAsync(ForeignProvince hue, ServiceDescriptor service, string indicator)
    {
        var figure = await hue.CallAsync<SurveyedFigure>(service, "RecordSurveyedFigure", new RecordSurveyedFigureRequest
        {
            Figure = new SurveyedFigure { Indicator = indicator, AreaCode = ForeignProvince.Code, Day = ForeignProvince.Day, Value = "65.450", Source = "Cục Thống kê" },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(service.Name, new ForeignRecord(figure.Name, figure.Etag));
    }
}
