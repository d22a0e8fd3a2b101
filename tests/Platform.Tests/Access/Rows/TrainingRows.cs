using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Training.V1;
using AnSinh.Platform.Tests.Access.Records;

namespace AnSinh.Platform.Tests.Access.Rows;

/// <summary>Rows of the imports of the vocational training service.</summary>
static class TrainingRows
{
    public static Dictionary<string, SampleRow> All => new()
    {
        ["/ansinh.training.v1.EnrolmentService/ImportEnrolments"] = hue =>
        [
            new ImportEnrolmentsRequest { Options = new ImportOptions() },
            new ImportEnrolmentsRequest
            {
                Rows = new EnrolmentRows
                {
                    Rows =
                    {
                        new EnrolmentRow
                        {
                            Line = 2, Trainee = hue.Person(1999), InstitutionCode = TrainingRecords.InstitutionCode, ProgrammeCode = TrainingRecords.ProgrammeCode,
                            EnrolledOn = ForeignProvince.Day, AreaCode = hue.Commune,
                        },
                    },
                },
            },
        ],
    };
}
