using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Platform.Tests.Access.Records;

/// <summary>Records of the reporting service.</summary>
static class ReportingRecords
{
    const int PlanYear = 2026;

    public static async Task MakeAsync(ForeignProvince hue)
    {
        await new PlanService.PlanServiceClient(hue.Calls).SetPlanAsync(new SetPlanRequest
        {
            Plan = new Plan { Indicator = "EMP-01", AreaCode = ForeignProvince.Code, Year = PlanYear, Target = "16000", Comparator = Comparator.AtLeast },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.KeepList(PlanService.Descriptor, "ListPlans", "year", PlanYear);
        var item = await new WorkProgrammeService.WorkProgrammeServiceClient(hue.Calls).RecordWorkItemAsync(
            new RecordWorkItemRequest { Item = Sample(hue), RequestId = ForeignProvince.RequestId() });
        hue.Keep(nameof(WorkProgrammeService), new ForeignRecord(item.Name, item.Etag));
        var report = await new ReportService.ReportServiceClient(hue.Calls).CreateReportAsync(new CreateReportRequest
        {
            Report = new Report { Template = "employment-half-year", Period = "2025-H1", AreaCode = ForeignProvince.Code },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(ReportService), new ForeignRecord(report.Name, report.Etag));
    }

    public static WorkItem Sample(ForeignProvince hue) => new()
    {
        Number = "1",
        Title = "Nhiệm vụ mẫu",
        AreaCode = hue.Commune,
        Day = ForeignProvince.Day,
        Task = new FrameworkTask { Year = PlanYear },
    };
}
