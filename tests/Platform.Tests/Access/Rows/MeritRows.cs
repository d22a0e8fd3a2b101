using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Dossiers.V1;
using AnSinh.Contracts.Merit.V1;
using AnSinh.Platform.Tests.Access.Records;

namespace AnSinh.Platform.Tests.Access.Rows;

/// <summary>Rows of the imports of the service of meritorious persons.</summary>
static class MeritRows
{
    public static Dictionary<string, SampleRow> All => new()
    {
        ["/ansinh.merit.v1.DossierService/ImportDossiers"] = hue =>
        [
            new ImportDossiersRequest { Options = new ImportOptions() },
            new ImportDossiersRequest { Rows = new DossierRows { Rows = { new DossierRow { Line = 2, Dossier = MeritRecords.Dossier(hue) } } } },
        ],
        ["/ansinh.merit.v1.LivingStandardService/ImportLivingStandardForms"] = hue =>
        [
            new ImportLivingStandardFormsRequest { Options = new ImportOptions() },
            new ImportLivingStandardFormsRequest
            {
                Rows = new LivingStandardFormRows { Rows = { MeritRecords.Form(hue, hue.Records[nameof(LivingStandardService)].Name) } },
            },
        ],
    };
}
