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
        await MakeFindingAsync(hue);
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

    /// <summary>Nobody has entered the survey figures of last year.</summary>
    static async Task MakeFindingAsync(ForeignProvince hue)
    {
        var quality = new QualityService.QualityServiceClient(hue.Calls);
        await quality.RunQualityChecksAsync(new RunQualityChecksRequest { Period = "2025", AreaCode = ForeignProvince.Code, RequestId = ForeignProvince.RequestId() });
        var finding = (await quality.ListQualityFindingsAsync(new ListQualityFindingsRequest { Rule = "DQ-02", AreaCode = ForeignProvince.Code })).Findings[0];
        hue.Keep(nameof(QualityService), new ForeignRecord(finding.Name, finding.Etag));
        hue.KeepList(QualityService.Descriptor, "ListQualityFindings", "area_code", ForeignProvince.Code);
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
