using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Platform.Tests.Access.Records;

namespace AnSinh.Platform.Tests.Access.Rows;

/// <summary>Rows of the imports of the employment service.</summary>
static class EmploymentRows
{
    public static Dictionary<string, SampleRow> All => new()
    {
        ["/ansinh.employment.v1.PlacementService/ImportPlacements"] = hue =>
        [
            new ImportPlacementsRequest { Options = new ImportOptions() },
            new ImportPlacementsRequest
            {
                Rows = new PlacementRows
                {
                    Rows =
                    {
                        new PlacementRow
                        {
                            Line = 2, Worker = Worker(hue), Placement = new Placement { Channel = Channel.Domestic, StartDate = ForeignProvince.Day, AreaCode = hue.Commune },
                        },
                    },
                },
            },
        ],
        ["/ansinh.employment.v1.CounsellingService/ImportCounselling"] = hue =>
        [
            new ImportCounsellingRequest { Options = new ImportOptions() },
            new ImportCounsellingRequest
            {
                Rows = new CounsellingRows
                {
                    Rows =
                    {
                        new CounsellingRow
                        {
                            Line = 2, Worker = Worker(hue), Kind = CounsellingKind.JobCounselling, VisitedOn = ForeignProvince.Day, AreaCode = hue.Commune,
                        },
                    },
                },
            },
        ],
        ["/ansinh.employment.v1.UnemploymentService/ImportDecisions"] = hue =>
        [
            new ImportDecisionsRequest { Options = new ImportOptions() },
            new ImportDecisionsRequest { Rows = new DecisionRows { Rows = { EmploymentRecords.Decision(hue) } } },
        ],
    };

    static Worker Worker(ForeignProvince hue) => new()
    {
        FullName = "Công dân Mẫu",
        BirthDate = new Google.Type.Date { Year = 1985, Month = 1, Day = 1 },
        AreaCode = hue.Commune,
    };
}
