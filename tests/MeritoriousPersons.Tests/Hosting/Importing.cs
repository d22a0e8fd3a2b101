using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Dossiers.V1;
using AnSinh.Contracts.Merit.V1;
using Grpc.Core;

namespace AnSinh.MeritoriousPersons.Tests.Hosting;

/// <summary>Sends rows and gathers the results.</summary>
static class Importing
{
    public static Task<(List<ImportRowResult> Results, ImportSummary Summary)> Dossiers(
        CallInvoker calls, IEnumerable<Dossier> dossiers, ImportMode mode = ImportMode.KeepGood, bool dryRun = false) => Run(
        new DossierService.DossierServiceClient(calls).ImportDossiers(),
        new ImportDossiersRequest { Options = Options(mode, dryRun) },
        dossiers.Select((dossier, at) => new DossierRow { Line = at + 2, Dossier = dossier })
            .Chunk(500).Select(rows => new ImportDossiersRequest { Rows = new DossierRows { Rows = { rows } } }));

    public static Task<(List<ImportRowResult> Results, ImportSummary Summary)> Forms(CallInvoker calls, IEnumerable<LivingStandardFormRow> forms) => Run(
        new LivingStandardService.LivingStandardServiceClient(calls).ImportLivingStandardForms(),
        new ImportLivingStandardFormsRequest { Options = Options(ImportMode.KeepGood, dryRun: false) },
        forms.Chunk(500).Select(rows => new ImportLivingStandardFormsRequest { Rows = new LivingStandardFormRows { Rows = { rows } } }));

    static async Task<(List<ImportRowResult> Results, ImportSummary Summary)> Run<TRequest>(
        AsyncDuplexStreamingCall<TRequest, ImportResponse> call, TRequest options, IEnumerable<TRequest> messages)
    {
        using (call)
        {
            var sending = Send(call.RequestStream, options, messages);
            var results = new List<ImportRowResult>();
            ImportSummary? summary = null;
            await foreach (var response in call.ResponseStream.ReadAllAsync())
            {
                results.AddRange(response.Results);
                summary = response.Summary ?? summary;
            }

            await sending;
            return (results, summary!);
        }
    }

    static async Task Send<TRequest>(IClientStreamWriter<TRequest> stream, TRequest options, IEnumerable<TRequest> messages)
    {
        await stream.WriteAsync(options);
        foreach (var message in messages)
        {
            await stream.WriteAsync(message);
        }

        await stream.CompleteAsync();
    }

    static ImportOptions Options(ImportMode mode, bool dryRun) => new() { Mode = mode, DryRun = dryRun, FileName = "mau.csv" };
}
