using AnSinh.AllInOne.Demo;
using AnSinh.AllInOne.Demo.Loaders;
using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Merit.V1;
using AnSinh.Contracts.Payments.V1;
using Grpc.Core;

namespace AnSinh.Benchmarks.Measures;

/// <summary>Entitlements of distinct people in the communes of the province, at four levels, every second one paid by bank.</summary>
static class Entitlements
{
    const int RowsInMessage = 500;
    const int FirstPerson = 100_000;
    static readonly string[] Categories = ["TB-061", "TB-045", "BB-061-070", "LS.tuat"];

    /// <summary>Rows of an import, in messages.</summary>
    public static IEnumerable<ImportEntitlementsRequest> Messages(int people) => Enumerable.Range(0, people).Select(i => Row(i, people))
        .Chunk(RowsInMessage).Select(rows => new ImportEntitlementsRequest { Rows = new EntitlementRows { Rows = { rows } } });

    /// <summary>Imports.</summary>
    /// <exception cref="InvalidOperationException">A row was refused: its line and why.</exception>
    public static async Task ImportAsync(RunningPlatform platform, IEnumerable<ImportEntitlementsRequest> messages)
    {
        using var call = new AllowanceService.AllowanceServiceClient(platform.Clients.Official).ImportEntitlements();
        var sending = SendAsync(call.RequestStream, messages);
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            LoadContext.RequireGood(response.Results);
        }

        await sending;
    }

    static async Task SendAsync(IClientStreamWriter<ImportEntitlementsRequest> stream, IEnumerable<ImportEntitlementsRequest> messages)
    {
        await stream.WriteAsync(new ImportEntitlementsRequest { Options = new ImportOptions { Mode = ImportMode.KeepGood, FileName = "bench" } });
        foreach (var message in messages)
        {
            await stream.WriteAsync(message);
        }

        await stream.CompleteAsync();
    }

    static EntitlementRow Row(int i, int people)
    {
        var commune = BulkImport.Communes[(int)((long)i * BulkImport.Communes.Count / people)];
        var bank = i % 2 == 1;
        return new EntitlementRow
        {
            Line = i + 1,
            Entitlement = new Entitlement
            {
                Person = SyntheticPeople.Person(1, FirstPerson + i, commune),
                AreaCode = commune,
                Category = Categories[i % Categories.Length],
                StartMonth = new() { Year = 2015, Month = 1 + (i % 12) },
                PayableFrom = new() { Year = 2020, Month = 1 },
                Channel = bank ? PaymentChannel.Bank : PaymentChannel.PostCash,
                Account = bank ? (1_000_000_000L + i).ToString(System.Globalization.CultureInfo.InvariantCulture) : "",
                DecisionNo = "Quyết định mẫu",
            },
        };
    }
}
