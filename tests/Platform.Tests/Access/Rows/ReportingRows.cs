using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Platform.Tests.Access.Records;

namespace AnSinh.Platform.Tests.Access.Rows;

/// <summary>Rows of the imports of the reporting service.</summary>
static class ReportingRows
{
    public static Dictionary<string, SampleRow> All => new()
    {
        ["/ansinh.reporting.v1.WorkProgrammeService/ImportWorkItems"] = hue =>
        [
            new ImportWorkItemsRequest { Options = new ImportOptions() },
            new ImportWorkItemsRequest { Rows = new WorkItemRows { Rows = { new WorkItemRow { Line = 2, Item = ReportingRecords.Sample(hue) } } } },
        ],
    };
}
