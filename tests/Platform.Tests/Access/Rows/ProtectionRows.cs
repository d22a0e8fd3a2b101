using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Protection.V1;
using AnSinh.Platform.Tests.Access.Records;

namespace AnSinh.Platform.Tests.Access.Rows;

/// <summary>Rows of the imports of the social protection service.</summary>
static class ProtectionRows
{
    const int Answers = 12;

    public static Dictionary<string, SampleRow> All => new()
    {
        ["/ansinh.protection.v1.PovertySurveyService/ImportHouseholds"] = hue =>
        [
            new ImportHouseholdsRequest { Options = new ImportOptions() },
            new ImportHouseholdsRequest
            {
                Rows = new HouseholdRows
                {
                    Rows =
                    {
                        new HouseholdRow
                        {
                            Line = 2, Household = ProtectionRecords.Form(hue, hue.Records[$"{nameof(PovertySurveyService)}/ImportHouseholds"].Name, Answers),
                        },
                    },
                },
            },
        ],
    };
}
